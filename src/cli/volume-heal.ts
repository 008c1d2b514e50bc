import type { Command } from 'commander';
import type { VerifyReport, VolumeHealth } from '../client/admin-records.js';
import { RefusedError } from '../core/errors.js';
import { suggestion } from '../core/unknown-name.js';
import { action, withAdmin, type Call } from './call.js';
import type { CliContext } from './context.js';
import { askHealth } from './heal-status.js';
import { healInfoText, healSummaryText, healthDocument } from './heal-report.js';
import { show, tableText } from './output.js';
import type { Paint } from './paint.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';
import { UsageError } from './usage-error.js';

const HEAL_WORDS = ['full', 'info', 'info summary'];
const MANAGER_FORM = 'write: volume manager VOL [move NODE]';
const HEAL_ADVICE = 'Use heal info commands to check status.';
const VERIFY_COLUMNS = [
  { head: 'Brick' },
  { head: 'Node' },
  { head: 'Entries', align: 'right' as const },
  { head: 'Checksum' },
];

export function addVolumeHealCommands(volume: Command, context: CliContext): void {
  volume
    .command('heal')
    .description('heal now, compare everything, or say what is still to be healed')
    .argument('<volume>')
    .argument('[what]', 'full: compare everything; info: what is still to be healed')
    .argument('[detail]', 'summary, after info')
    .option(WATCH_FLAGS, `with info, ${WATCH_DESCRIPTION}`)
    .action(action(context, heal));
  volume
    .command('verify')
    .description('compare the checksums of all bricks; succeeds only when they are identical')
    .argument('<volume>')
    .action(action(context, verify));
  volume
    .command('manager')
    .description('which node is volume manager; "move NODE" hands over to another')
    .argument('<volume>')
    .argument('[move]')
    .argument('[node]', "HOST[:PORT] or the node's name")
    .action(action(context, manager));
}

async function heal(call: Call<WatchOptions>, name: string, what?: string, detail?: string): Promise<void> {
  const words = [what, detail].filter((word) => word !== undefined).join(' ');
  if (call.options.watch === true && !words.startsWith('info'))
    throw new UsageError('--watch goes with info');
  switch (words) {
    case '':
      return launchHeal(call, name, 'pending');
    case 'full':
      return launchHeal(call, name, 'full');
    case 'info':
    case 'info summary':
      return healInfo(call, name, words);
    default:
      throw new UsageError(
        `"${words}" is not something to heal${suggestion(words, HEAL_WORDS)}: write volume heal VOL [full|info [summary]]`,
      );
  }
}

async function launchHeal(call: Call, name: string, scope: 'pending' | 'full'): Promise<void> {
  await withAdmin(call, (admin) => admin.heal(name, scope));
  const kind = scope === 'full' ? 'full' : 'index';
  const text = `Launching heal operation to perform ${kind} self heal on volume ${name} has been successful\n${HEAL_ADVICE}`;
  show(call, { volume: name, heal: scope }, () => text);
}

function healInfo(call: Call<WatchOptions>, name: string, layout: 'info' | 'info summary'): Promise<void> {
  const text = layout === 'info' ? healInfoText : healSummaryText;
  return showAsked(call, {
    ask: (admin) => askHealth(admin, name),
    document: ([health]) => (health === undefined ? null : healInfoDocument(health)),
    text: (volumes) => volumes.map(text).join('\n\n'),
  });
}

const healInfoDocument = (health: VolumeHealth) => ({
  ...healthDocument(health),
  names: Object.fromEntries(health.bricks.map((brick) => [brick.brick, brick.pendingNames])),
});

async function verify(call: Call, name: string): Promise<void> {
  const report = await withAdmin(call, (admin) => admin.verify(name));
  show(call, verifyDocument(name, report), (paint) => verifyText(name, report, paint));
  if (!report.isIdentical) throw new RefusedError(whyNotIdentical(name, report));
}

const verifyDocument = (name: string, report: VerifyReport) => ({
  volume: name,
  identical: report.isIdentical,
  index: report.index,
  bricks: report.bricks.map(({ brick, nodeName, entries, checksum, problem }) => ({
    brick,
    node: nodeName,
    entries,
    checksum,
    problem: problem ?? null,
  })),
});

function verifyText(name: string, report: VerifyReport, paint: Paint): string {
  const rows = report.bricks.map((brick) => [
    brick.brick,
    brick.nodeName,
    brick.problem === undefined ? brick.entries : '-',
    brick.problem ?? brick.checksum,
  ]);
  const table = tableText(VERIFY_COLUMNS, rows, paint);
  return report.isIdentical
    ? `${table}\nvolume verify: ${name}: success: all bricks are identical at index ${report.index}`
    : table;
}

function whyNotIdentical(name: string, report: VerifyReport): string {
  const missing = report.bricks.filter((brick) => brick.problem !== undefined);
  if (missing.length === 0)
    return `the bricks differ; "hafs volume heal ${name} full" compares and mends them`;
  const places = missing.map((brick) => `${brick.brick}: ${brick.problem ?? ''}`).join(', ');
  return `not every brick could be compared (${places}); see "hafs heal-status ${name}"`;
}

async function manager(call: Call, name: string, move?: string, node?: string): Promise<void> {
  if (move === undefined) return showManager(call, name);
  if (move !== 'move')
    throw new UsageError(`"${move}" is none of its words${suggestion(move, ['move'])}: ${MANAGER_FORM}`);
  if (node === undefined) throw new UsageError(MANAGER_FORM);
  await withAdmin(call, (admin) => admin.moveManager(name, node));
  show(call, { volume: name, manager: node }, () => `volume manager: ${name}: success: moved to ${node}`);
}

async function showManager(call: Call, name: string): Promise<void> {
  for (const health of await withAdmin(call, (admin) => askHealth(admin, name))) {
    const { manager: node, term, hasQuorum } = health;
    const document = { volume: name, manager: node ?? null, term, quorum: hasQuorum };
    show(call, document, () => `volume manager: ${name}: ${node ?? 'none elected'} (term ${term})`);
  }
}
