import type { Command } from 'commander';
import { RefusedError } from '../core/errors.js';
import { splitServers } from '../runtime/config.js';
import { wallMs } from '../runtime/clock.js';
import { action, type Call } from './call.js';
import type { CliContext } from './context.js';
import { diagnose } from './doctor/diagnose.js';
import type { Finding } from './doctor/finding.js';
import { defaultBundleName, writeBundle } from './doctor/support-bundle.js';
import { show } from './output.js';
import type { Paint } from './paint.js';

export function addDoctorCommands(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look for what is wrong with this machine and its pool, and say what helps')
    .action(action(context, doctor));
  program
    .command('support-bundle')
    .description('gather what somebody who is to help wants to see, without secrets')
    .argument('[file]', 'a .tar.gz (default: named after this machine and the time)')
    .option(
      '--http <list>',
      'HOST:PORT[,…]: pages of nodes (their --http) and of mounts (their -o metrics=), for their metrics',
    )
    .action(action(context, supportBundle));
}

async function doctor(call: Call): Promise<void> {
  const findings = await diagnose(call);
  const document = findings.map((finding) => ({ ...finding, remedy: finding.remedy ?? null }));
  show(call, document, (paint) => findings.map((finding) => findingText(finding, paint)).join('\n'));
  const count = findings.filter(({ level }) => level === 'broken').length;
  if (count > 0)
    throw new RefusedError(`${count} of ${findings.length} checks found something broken; see above`);
}

function findingText({ check, level, message, remedy }: Finding, paint: Paint): string {
  const mark = { ok: paint.good('ok     '), warning: paint.warn('warning'), broken: paint.bad('BROKEN ') }[
    level
  ];
  return `${mark}  ${check}: ${message}${remedy === undefined ? '' : `\n         → ${remedy}`}`;
}

async function supportBundle(call: Call<{ readonly http?: string }>, given?: string): Promise<void> {
  const file = given ?? defaultBundleName(wallMs(call.context.clock));
  const bundle = await writeBundle(call, file, splitServers(call.options.http ?? ''));
  show(call, bundle, () => `${bundle.file}:\n${bundle.entries.map((entry) => `  ${entry}`).join('\n')}`);
}
