import { pino, destination } from 'pino';
import { loggerOn, type Logger } from './logger.js';

/** For programs: one JSON document a line, from `info` on, to stderr. */
export function jsonLogger(): Logger {
  const log = pino({ level: 'info', base: { pid: process.pid } }, destination({ dest: 2, sync: true }));
  return loggerOn((severity, event, fields) => log[severity](fields, event));
}
