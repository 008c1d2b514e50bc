/** The `hafs` command: puts the layers together that may not know each other. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CliContext, Programs } from './cli/context.js';
import { runCommandLine } from './cli/run.js';
import { SystemTerminal } from './cli/terminal.js';
import { SystemClock } from './runtime/clock.js';
import { standardPlaces } from './rpc/identity/credential-place.js';
import { CONFIG_FILE, environmentVariable, takeEnvironmentVariable } from './runtime/config.js';
import { letGarbageGather } from './runtime/garbage.js';
import { textLogger } from './runtime/logger.js';
import { SystemRandom } from './runtime/random.js';

// This file runs as dist/src/main.js.
const PACKAGE_ROOT = new URL('../../', import.meta.url);
const ENTRY_FILE = fileURLToPath(new URL('bin/hafs.js', PACKAGE_ROOT));

/** @returns the exit status. */
export function main(): Promise<number> {
  const [, script = ENTRY_FILE, ...words] = process.argv;
  // What `scripts/install-system.js` installs says so by which name it was called.
  const installedAs = takeEnvironmentVariable('HAFS_INVOKED_AS');
  const context = systemContext(installedAs === undefined ? calledBy(script) : 'hafs');
  return runCommandLine(words, installedAs ?? basename(script), context);
}

function systemContext(commandName: string): CliContext {
  const clock = new SystemClock();
  const random = new SystemRandom();
  return {
    programs: programsOn(clock, random),
    connectVolume,
    terminal: new SystemTerminal(),
    clock,
    random,
    environment: environmentVariable,
    configFile: CONFIG_FILE,
    credentialPlaces: standardPlaces(homedir()),
    version: packageVersion(),
    commandName,
    entryFile: ENTRY_FILE,
  };
}

/** Each program is loaded only when it is wanted: `hafs --help` starts no server. */
const programsOn = (clock: SystemClock, random: SystemRandom): Programs => ({
  serve: async (options) => {
    letGarbageGather();
    await (await import('../brick/main.js')).runServer({ ...options, version: packageVersion() });
  },
  mount: async (options) => {
    letGarbageGather();
    const { runMount } = await import('../mount/main.js');
    const log = textLogger();
    const credentialPlaces = standardPlaces(homedir());
    await runMount(options, { connectVolume, clock, log, credentialPlaces, entryFile: ENTRY_FILE });
  },
  umount: async (directory) => (await import('../mount/main.js')).runUmount(directory, { clock }),
  initPool: async (directory) =>
    (await import('../brick/identity/make-identity.js')).initPool(directory, { clock, random }),
  joinPool: async (directory, token) =>
    (await import('../brick/identity/make-identity.js')).joinPool(directory, token, { clock, random }),
});

const connectVolume: CliContext['connectVolume'] = async (options) => {
  const client = await import('./client/connect.js');
  const deps = { clock: new SystemClock(), random: new SystemRandom(), version: packageVersion() };
  return client.connectVolume(options, deps);
};

/** How to call this program again from the same place: through npx, by its file, or by its name. */
function calledBy(script: string): string {
  if (environmentVariable('npm_command') !== undefined) return 'npx hafs';
  return script.endsWith('.js') ? `node ${relative(process.cwd(), script)}` : 'hafs';
}

function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
