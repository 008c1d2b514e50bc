import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, sourceFiles, type SourceFile } from './source-files.js';

/** `area: …`; the area may come from a table (`$kind`) or be the name a contract suite is given (`${name}`). */
const TITLE = /^(?:[a-z0-9][\w./ -]*|\$\w+|\$\{[^}]*\}): ./;

interface Title {
  readonly place: string;
  readonly text: string;
}

/** The first argument of `test(…)`, `test.each(…)(…)`, `it.skip(…)` and their kin. */
function titlesOf(file: SourceFile): Title[] {
  return nodesOf(file)
    .filter((node) => ts.isCallExpression(node))
    .filter((call) => /^(?:test|it)\b/.test(call.expression.getText()))
    .flatMap(({ arguments: [title] }) => (title !== undefined && isText(title) ? [title] : []))
    .map((title) => ({ place: file.path, text: title.getText().slice(1, -1) }));
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const titles = sourceFiles('test')
  .filter((file) => file.path.endsWith('.test.ts'))
  .flatMap(titlesOf);

const shown = ({ place, text }: Title): string => `${place}: "${text}"`;

test('titles: every title begins with its area', () => {
  expect(titles.filter(({ text }) => !TITLE.test(text)).map(shown)).toEqual([]);
});

test('titles: no title says what something ought to do', () => {
  expect(titles.filter(({ text }) => /\bshould\b/i.test(text)).map(shown)).toEqual([]);
});

test('titles: there are some, so the check looks in the right place', () => {
  expect(titles.length).toBeGreaterThan(10);
});
