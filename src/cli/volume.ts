import type { Command } from 'commander';
import type { AdminClient } from '../client/admin.js';
import type { VolumeRecord } from '../client/admin-records.js';
import { RefusedError } from '../core/errors.js';
import { VOLUME_OPTIONS } from '../core/options.js';
import { unknownVolume } from '../core/unknown-name.js';
import { action, withAdmin, withUpkeep, type Call } from './call.js';
import { confirm } from './confirm.js';
import type { CliContext } from './context.js';
import { parseCreateWords } from './create-words.js';
import { askHealth } from './heal-status.js';
import { show } from './output.js';
import { chosenOptions, defaultsOf, optionsText, valuesOf } from './option-report.js';
import { infoText, statusDocument, statusText, volumeDocument } from './volume-report.js';
import { showAsked, WATCH_DESCRIPTION, WATCH_FLAGS, type WatchOptions } from './watch.js';

interface CreateOptions {
  readonly encrypted?: true;
}

/** @returns the `volume` command, for those who have more to add. */
export function addVolumeCommands(program: Command, context: CliContext): Command {
  const volume = program.command('volume').description('make, change and look at volumes');
  volume
    .command('create')
    .description('make a volume of three bricks')
    .argument('<volume>')
    .argument('<words...>', 'replica 3 HOST[:PORT]:DIR HOST[:PORT]:DIR HOST[:PORT]:DIR [force]')
    .option('--encrypted', 'encrypt what the bricks hold; every node needs --key-file or --key-command')
    .action(action(context, create));
  addLifeCommands(volume, context);
  addReportCommands(volume, context);
  addOptionCommands(volume, context);
  return volume;
}

function addLifeCommands(volume: Command, context: CliContext): void {
  const command = (name: string, description: string) =>
    volume.command(name).description(description).argument('<volume>');
  command('start', 'let clients use a volume').action(action(context, start));
  command('stop', 'take a volume away from its clients').action(action(context, stop));
  command('delete', 'forget a stopped volume').action(action(context, remove));
}

function addReportCommands(volume: Command, context: CliContext): void {
  volume.command('list').description('the names of all volumes').action(action(context, list));
  volume
    .command('info')
    .description('what a volume is made of')
    .argument('[volume]')
    .action(action(context, info));
  volume
    .command('status')
    .description('which bricks are up, and how full')
    .argument('[volume]')
    .option(WATCH_FLAGS, WATCH_DESCRIPTION)
    .action(action(context, status));
}

function addOptionCommands(volume: Command, context: CliContext): void {
  volume
    .command('set')
    .description('set an option')
    .argument('<volume>')
    .argument('<key>')
    .argument('<value>')
    .action(action(context, set));
  volume
    .command('get')
    .description('show an option, or all, with their defaults')
    .argument('<volume>')
    .argument('<key>', 'an option, or "all"')
    .action(action(context, get));
  volume
    .command('reset')
    .description('set an option, or all, back to the default')
    .argument('<volume>')
    .argument('[key]')
    .action(action(context, reset));
  volume
    .command('rotate-key')
    .description("wrap an encrypted volume's key by the first of the pool's keys; what is stored stays")
    .argument('<volume>')
    .action(action(context, rotateKey));
}

async function create(call: Call<CreateOptions>, name: string, words: string[]): Promise<void> {
  const wanted = { ...parseCreateWords(name, words), encrypted: call.options.encrypted === true };
  const volume = await withAdmin(call, (admin) => admin.createVolume(wanted));
  if (wanted.encrypted && volume.encryption === undefined)
    throw new RefusedError('its node runs a version of hafs that does not encrypt; delete it and upgrade');
  const text = `volume create: ${name}: success: please start the volume to access data`;
  show(call, volumeDocument(volume), () => text);
}

async function start(call: Call, name: string): Promise<void> {
  const volume = await withAdmin(call, (admin) => admin.startVolume(name));
  show(call, volumeDocument(volume), () => `volume start: ${name}: success`);
}

async function stop(call: Call, name: string): Promise<void> {
  await confirm(call, 'Stopping volume will make its data inaccessible.');
  const volume = await withAdmin(call, (admin) => admin.stopVolume(name));
  show(call, volumeDocument(volume), () => `volume stop: ${name}: success`);
}

async function remove(call: Call, name: string): Promise<void> {
  await confirm(call, 'Deleting volume will erase all information about the volume.');
  await withAdmin(call, (admin) => admin.deleteVolume(name));
  show(call, { deleted: name }, () => `volume delete: ${name}: success`);
}

async function list(call: Call): Promise<void> {
  const volumes = await withAdmin(call, (admin) => admin.listVolumes());
  const names = volumes.map((volume) => volume.name);
  show(call, names, () => (names.length === 0 ? 'No volumes present in cluster' : names.join('\n')));
}

async function info(call: Call, name?: string): Promise<void> {
  const volumes = await withAdmin(call, async (admin) =>
    name === undefined ? admin.listVolumes() : [await askVolume(admin, name)],
  );
  show(call, volumes.map(volumeDocument), () => infoText(volumes));
}

const status = (call: Call<WatchOptions>, name?: string): Promise<void> =>
  showAsked(call, {
    ask: (admin) => askHealth(admin, name),
    document: (volumes) => volumes.map(statusDocument),
    text: statusText,
  });

async function set(call: Call, name: string, key: string, value: string): Promise<void> {
  const volume = await withAdmin(call, (admin) => admin.setOption(name, key, value));
  show(call, volumeDocument(volume), () => 'volume set: success');
}

async function get(call: Call, name: string, key: string): Promise<void> {
  const { options } = await withAdmin(call, (admin) => askVolume(admin, name));
  const chosen = chosenOptions(options, key, { what: 'option', table: VOLUME_OPTIONS });
  show(call, { ...valuesOf(chosen), defaults: defaultsOf(chosen) }, (paint) => optionsText(chosen, paint));
}

async function reset(call: Call, name: string, key?: string): Promise<void> {
  const volume = await withAdmin(call, (admin) => admin.resetOption(name, key));
  show(call, volumeDocument(volume), () => 'volume reset: success: reset volume successful');
}

async function rotateKey(call: Call, name: string): Promise<void> {
  const volume = await withUpkeep(call, (upkeep) => upkeep.rotateKey(name));
  const poolKey = volume.encryption?.poolKey ?? '';
  const text = `volume rotate-key: ${name}: success: wrapped by pool key ${poolKey}`;
  show(call, volumeDocument(volume), () => text);
}

/** @throws {RefusedError} when there is no such volume. */
async function askVolume(admin: AdminClient, name: string): Promise<VolumeRecord> {
  const [volume] = await admin.listVolumes(name);
  if (volume !== undefined) return volume;
  throw unknownVolume(
    name,
    (await admin.listVolumes()).map((known) => known.name),
  );
}
