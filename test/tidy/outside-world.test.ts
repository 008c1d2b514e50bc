import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, PROGRAM_DIRECTORIES, sourceFiles, type SourceFile } from './source-files.js';

const RUNTIME = /^src\/runtime\//;
const FUSE_DEVICE = '/dev/fuse';

/** What only the runtime may touch, so that a simulation can stand in for it. */
const MEMBERS = ['Date.now', 'Math.random', 'process.env', 'process.hrtime', 'performance.now'];
const STREAMS = ['process.stdout', 'process.stderr', 'process.stdin'];

const files = sourceFiles(...PROGRAM_DIRECTORIES);

/** Where `isForbidden` nodes are, outside of the `homes`. */
function findings(homes: readonly RegExp[], isForbidden: (node: ts.Node) => boolean): string[] {
  const checked = files.filter((file) => !homes.some((home) => home.test(file.path)));
  return checked.flatMap((file) =>
    nodesOf(file)
      .filter(isForbidden)
      .map((node) => placeOf(file, node)),
  );
}

function placeOf(file: SourceFile, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
  return `${file.path}:${line + 1} ${node.getText()}`;
}

const isMember = (node: ts.Node, names: readonly string[]): boolean =>
  ts.isPropertyAccessExpression(node) && names.includes(`${node.expression.getText()}.${node.name.text}`);

const isNow = (node: ts.Node): boolean =>
  ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;

const isConsole = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console';

const isFuseDevice = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && node.text === FUSE_DEVICE;

test.each(MEMBERS)('outside: %s: only the runtime knows it', (name) => {
  expect(findings([RUNTIME], (node) => isMember(node, [name]))).toEqual([]);
});

test('outside: new Date(): only the runtime knows the time', () => {
  expect(findings([RUNTIME], isNow)).toEqual([]);
});

test('outside: console: nobody uses it', () => {
  expect(findings([RUNTIME], isConsole)).toEqual([]);
});

test("outside: the process's streams: only the logger and the terminal touch them", () => {
  const homes = [RUNTIME, /^src\/cli\/terminal\.ts$/];
  expect(findings(homes, (node) => isMember(node, STREAMS))).toEqual([]);
});

test('outside: the FUSE device: only the transports and the check for it name it', () => {
  expect(findings([/^mount\/transport\//, /^src\/runtime\/fuse-device\.ts$/], isFuseDevice)).toEqual([]);
});
