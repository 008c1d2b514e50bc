/** Our source, parsed: what the house rules are checked against. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export const ROOT = new URL('../../', import.meta.url).pathname;
export const PROGRAM_DIRECTORIES = ['src', 'brick', 'mount', 'library'] as const;

export interface SourceFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file of ours below the directories, without what is generated. */
export const sourceFiles = (...directories: string[]): SourceFile[] =>
  directories
    .flatMap((directory) => filesBelow(directory))
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .sort()
    .map(parseFile);

const filesBelow = (directory: string): string[] =>
  readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(directory, path),
  );

function parseFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
}

/** Everything in the file, from the top down. */
export function nodesOf(file: SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    node.forEachChild(visit);
  };
  visit(file.tree);
  return found;
}

/** The modules a file names: imports, exports from, dynamic imports. */
export const importsOf = (file: SourceFile): string[] =>
  ts.preProcessFile(file.text, true, true).importedFiles.map((imported) => imported.fileName);

/** An import of ours as a path from the root; `undefined` for a package. */
export const resolveImport = (file: SourceFile, specifier: string): string | undefined =>
  specifier.startsWith('.') ? join(dirname(file.path), specifier).replace(/\.js$/, '.ts') : undefined;
