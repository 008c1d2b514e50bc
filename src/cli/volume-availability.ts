import type { Command } from 'commander';
import type { AvailabilityReport, Outage, ServiceRecord } from '../client/monitor-records.js';
import { action, type Call } from './call.js';
import type { CliContext } from './context.js';
import { tableText } from './output.js';
import type { Paint } from './paint.js';
import { durationText } from './units.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

const MS_PER_SECOND = 1_000;
const COLUMNS = [
  { head: 'Service' },
  { head: 'Now' },
  { head: 'Since' },
  { head: 'Availability', align: 'right' as const },
  { head: 'Nines', align: 'right' as const },
  { head: 'Outages', align: 'right' as const },
  { head: 'MTBF', align: 'right' as const },
  { head: 'MTTR', align: 'right' as const },
];
const outageColumns = (head: string) => [
  { head },
  { head: 'For', align: 'right' as const },
  { head: 'Cause' },
];

export function addVolumeAvailabilityCommand(volume: Command, context: CliContext): void {
  volume
    .command('availability')
    .description('since when a volume could be written and read, and when not')
    .argument('<volume>')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, availability));
}

const availability = (call: Call<WatchOptions>, name: string): Promise<void> =>
  showAsked(call, {
    ask: (admin) => admin.availability(name),
    document: (report) => reportDocument(name, report),
    text: (report, paint) => reportText(name, report, paint),
  });

function reportText(name: string, report: AvailabilityReport, paint: Paint): string {
  const { sinceMs, write, read, silentNodes } = report;
  const missing =
    silentNodes.length === 0
      ? []
      : [`Not asked: ${silentNodes.join(', ')} (no answer; what was seen there is missing)`];
  if (sinceMs === undefined || write === undefined || read === undefined) {
    return [`Volume ${name} was never seen in service`, ...missing].join('\n');
  }
  const rows = [serviceRow('write', write, paint), serviceRow('read', read, paint)];
  return [
    `Volume ${name}: seen in service since ${timeText(sinceMs)}`,
    tableText(COLUMNS, rows, paint),
    ...outageLines('Not written from', write, report.untilMs, paint),
    ...outageLines('Not read from', read, report.untilMs, paint),
    ...missing,
  ].join('\n');
}

function outageLines(head: string, { outages }: ServiceRecord, untilMs: number, paint: Paint): string[] {
  if (outages.length === 0) return [];
  const rows = outages.map((outage) => outageRow(outage, untilMs));
  return ['', tableText(outageColumns(head), rows, paint)];
}

const serviceRow = (service: string, record: ServiceRecord, paint: Paint): (string | number)[] => [
  service,
  record.isAvailable ? paint.good('available') : paint.bad('NOT available'),
  timeText(record.sinceMs),
  `${(record.ratio * 100).toFixed(5)} %`,
  record.nines?.toFixed(2) ?? '-',
  record.outageCount,
  lengthText(record.mtbfMs),
  lengthText(record.mttrMs),
];

function outageRow({ fromMs, toMs, cause, managerBefore, managerAfter }: Outage, untilMs: number): string[] {
  const length = lengthText((toMs ?? untilMs) - fromMs);
  const isHandedOn = managerBefore !== managerAfter && managerAfter !== undefined;
  const who = isHandedOn ? ` (${managerBefore ?? '?'} → ${managerAfter})` : '';
  return [timeText(fromMs), toMs === undefined ? `${length}, lasts` : length, `${cause}${who}`];
}

const timeText = (atMs: number): string => new Date(atMs).toISOString();

function lengthText(ms: number | undefined): string {
  if (ms === undefined) return '-';
  return ms < MS_PER_SECOND ? `${Math.round(ms)}ms` : durationText(ms / MS_PER_SECOND);
}

const reportDocument = (volume: string, report: AvailabilityReport) => ({
  volume,
  since: report.sinceMs === undefined ? null : timeText(report.sinceMs),
  until: timeText(report.untilMs),
  write: recordDocument(report.write),
  read: recordDocument(report.read),
  silentNodes: report.silentNodes,
});

const recordDocument = (record: ServiceRecord | undefined) =>
  record === undefined
    ? null
    : {
        available: record.isAvailable,
        since: timeText(record.sinceMs),
        availableSeconds: record.availableMs / MS_PER_SECOND,
        unavailableSeconds: record.unavailableMs / MS_PER_SECOND,
        availability: record.ratio,
        nines: record.nines ?? null,
        mtbfSeconds: record.mtbfMs === undefined ? null : record.mtbfMs / MS_PER_SECOND,
        mttrSeconds: record.mttrMs === undefined ? null : record.mttrMs / MS_PER_SECOND,
        outageCount: record.outageCount,
        outages: record.outages.map((outage) => ({
          from: timeText(outage.fromMs),
          to: outage.toMs === undefined ? null : timeText(outage.toMs),
          cause: outage.cause,
          managerBefore: outage.managerBefore ?? null,
          managerAfter: outage.managerAfter ?? null,
        })),
      };
