import { expect, test } from 'vitest';
import {
  importsOf,
  PROGRAM_DIRECTORIES,
  resolveImport,
  sourceFiles,
  type SourceFile,
} from './source-files.js';

/** Who may import whom (docs/design.md, "The house"). Every layer may import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  runtime: ['core'],
  kv: ['core', 'runtime'],
  replication: ['core'],
  fs: ['core'],
  rpc: ['core', 'runtime'],
  volume: ['core', 'runtime', 'kv', 'replication', 'fs', 'rpc'],
  client: ['core', 'runtime', 'rpc'],
  cli: ['core', 'runtime', 'rpc', 'client'],
  brick: ['core', 'runtime', 'kv', 'rpc', 'volume'],
  mount: ['core', 'runtime', 'rpc', 'client'],
  library: ['core', 'runtime', 'rpc', 'client'],
};

/** The program's entry puts the layers together, so it knows them all. */
const ENTRY = 'src/main.ts';

/** Packages that stay behind one wall: changing one must not touch the rest. */
const PACKAGE_HOMES = [
  { name: '@grpc/', home: /^src\/rpc\// },
  { name: 'protobufjs', home: /^src\/rpc\// },
  { name: 'pkijs', home: /^src\/rpc\/identity\// },
  { name: 'asn1js', home: /^src\/rpc\/identity\// },
  { name: 'level', home: /^src\/kv\// },
  { name: 'classic-level', home: /^src\/kv\// },
  { name: 'pino', home: /^src\/runtime\// },
  { name: 'smol-toml', home: /^src\/runtime\// },
  { name: 'prom-client', home: /^src\/runtime\/metrics\.ts$/ },
  { name: 'commander', home: /^src\/cli\// },
  { name: 'cli-table3', home: /^src\/cli\// },
  { name: 'fuse-native', home: /^mount\/transport\// },
];

const files = sourceFiles(...PROGRAM_DIRECTORIES);

const layerOf = (path: string): string | undefined => /^(?:src\/)?([a-z]+)\//.exec(path)?.[1];

function forbiddenImports(file: SourceFile): string[] {
  const layer = layerOf(file.path);
  if (file.path === ENTRY || layer === undefined) return [];
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  const targets = importsOf(file).map((specifier) => resolveImport(file, specifier));
  return targets
    .filter((target) => target !== undefined)
    .filter((target) => !allowed.includes(layerOf(target) ?? ''))
    .map((target) => `${file.path} imports ${target}`);
}

test('imports: every layer imports only what stands above it', () => {
  expect(files.flatMap(forbiddenImports)).toEqual([]);
});

test('imports: every folder is a layer of the table', () => {
  const unknown = files.filter((file) => file.path !== ENTRY && !((layerOf(file.path) ?? '') in MAY_IMPORT));
  expect(unknown.map((file) => file.path)).toEqual([]);
});

const isFrom = (specifier: string, name: string): boolean =>
  name.endsWith('/') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);

test.each(PACKAGE_HOMES)('imports: $name stays in its home', ({ name, home }) => {
  const strangers = files.filter(
    (file) => !home.test(file.path) && importsOf(file).some((specifier) => isFrom(specifier, name)),
  );
  expect(strangers.map((file) => file.path)).toEqual([]);
});

test('imports: one file knows LevelDB', () => {
  const knowing = files.filter((file) =>
    importsOf(file).some((specifier) => isFrom(specifier, 'level') || isFrom(specifier, 'classic-level')),
  );
  expect(knowing.length).toBeLessThanOrEqual(1);
});
