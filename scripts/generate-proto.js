// Generates src/rpc/generated from proto/ with protobufjs. `--check` only says whether it is up to date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const target = new URL('../src/rpc/generated/', import.meta.url).pathname;
const protoRoot = new URL('../proto/', import.meta.url).pathname;
const bin = (name) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
const protos = readdirSync(join(protoRoot, 'hafs/v1'))
  .filter((name) => name.endsWith('.proto'))
  .sort()
  .map((name) => join(protoRoot, 'hafs/v1', name));

function generate(directory) {
  const js = join(directory, 'wire.js');
  const options = [
    '--no-create',
    '--no-verify',
    '--no-delimited',
    '--no-convert',
    '--no-service',
    '--force-number',
  ];
  const pbjs = ['-t', 'static-module', '-w', 'es6', ...options, '-o', js];
  // The types come from the comments, which the code itself can do without.
  execFileSync(bin('pbjs'), [...pbjs, ...protos]);
  execFileSync(bin('pbts'), ['--no-comments', '-o', join(directory, 'wire.d.ts'), js]);
  execFileSync(bin('pbjs'), [...pbjs, '--no-comments', '--no-beautify', ...protos]);
}

const scratch = mkdtempSync(join(tmpdir(), 'hafs-proto-'));
try {
  generate(scratch);
  const files = ['wire.js', 'wire.d.ts'];
  if (process.argv.includes('--check')) {
    const stale = files.filter(
      (name) => readFileSync(join(scratch, name), 'utf8') !== readFileSync(join(target, name), 'utf8'),
    );
    if (stale.length > 0) {
      console.error(`generated code is out of date (${stale.join(', ')}): run "npm run proto"`);
      process.exitCode = 1;
    }
  } else {
    mkdirSync(target, { recursive: true });
    for (const name of files) writeFileSync(join(target, name), readFileSync(join(scratch, name)));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
