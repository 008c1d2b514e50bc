import { printable } from '../core/printable.js';

export type LogFields = Record<string, unknown>;

/** Log lines are events with fields: `log.warn('replication.brick_left_sync', { brick, term })`. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A logger that adds `fields` to every line. */
  with(fields: LogFields): Logger;
}

export type LogFormat = 'json' | 'text';

/** Where lines go. */
export type LogSink = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: LogFields) => void;

export function loggerOn(sink: LogSink, bound: LogFields = {}): Logger {
  return {
    debug: (event, fields) => sink('debug', event, { ...bound, ...fields }),
    info: (event, fields) => sink('info', event, { ...bound, ...fields }),
    warn: (event, fields) => sink('warn', event, { ...bound, ...fields }),
    error: (event, fields) => sink('error', event, { ...bound, ...fields }),
    with: (fields) => loggerOn(sink, { ...bound, ...fields }),
  };
}

/** For people: lines from `info` on, to stderr, so that stdout stays free for what a command prints. */
export const textLogger = (): Logger =>
  loggerOn((severity, event, fields) => {
    if (severity !== 'debug') process.stderr.write(textLine(severity, event, fields));
  });

export const silentLogger: Logger = loggerOn(() => undefined);

export function textLine(severity: string, event: string, fields: LogFields): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name}=${valueText(value)}`);
  return `${new Date().toISOString()} ${severity.padEnd(5)} ${event} ${printable(parts.join(' '))}\n`;
}

function valueText(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
