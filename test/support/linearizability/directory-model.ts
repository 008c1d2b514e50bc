import type { Model } from './checker.js';

/** Names are paths: a rename may lead from one directory to another. */
export type DirectoryInput =
  /** With O_EXCL. `tag` tells the file from every other, in case nobody is told its inode. */
  | { readonly kind: 'create'; readonly name: string; readonly tag: number }
  | { readonly kind: 'unlink' | 'lookup'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly ino: number; readonly to: string }
  /** All names that begin so. */
  | { readonly kind: 'list'; readonly prefix: string };

export interface Named {
  readonly name: string;
  readonly ino: number;
  /** How many names the inode has. */
  readonly links: number;
}

export type DirectoryOutput =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly errno: string }
  /** create, lookup, link */
  | ({ readonly kind: 'entry' } & Omit<Named, 'name'>)
  | { readonly kind: 'list'; readonly names: readonly Named[] };

/** name -> inode, or -tag of one that nobody was told of yet. */
type Names = ReadonlyMap<string, number>;

/** What the directory would say. */
type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly errnos: readonly string[] }
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'list'; readonly prefix: string };

interface Step {
  readonly after: Names;
  readonly answer: Answer;
}

/** A few names in a few directories. */
export const DIRECTORY: Model<Names, DirectoryInput, DirectoryOutput> = {
  initial: new Map(),
  next(state, input, outcome) {
    const { after, answer } = apply(state, input);
    return outcome.kind === 'unknown' ? after : agree(after, answer, outcome.output);
  },
  keyOf: (state) =>
    [...state]
      .map(([name, ino]) => `${name}=${ino}`)
      .sort()
      .join(' '),
};

function apply(state: Names, input: DirectoryInput): Step {
  switch (input.kind) {
    case 'create':
      if (state.has(input.name)) return refuse(state, 'EEXIST');
      return { after: edited(state, { put: input.name, ino: -input.tag }), answer: entry(input.name) };
    case 'lookup':
      return state.has(input.name) ? { after: state, answer: entry(input.name) } : refuse(state, 'ENOENT');
    case 'unlink':
      if (!state.has(input.name)) return refuse(state, 'ENOENT');
      return { after: edited(state, { drop: input.name }), answer: { kind: 'done' } };
    case 'rename':
      return rename(state, input.from, input.to);
    case 'link':
      return link(state, input.ino, input.to);
    case 'list':
      return { after: state, answer: { kind: 'list', prefix: input.prefix } };
  }
}

const entry = (name: string): Answer => ({ kind: 'entry', name });
const refuse = (state: Names, ...errnos: string[]): Step => ({
  after: state,
  answer: { kind: 'refused', errnos },
});

function rename(state: Names, from: string, to: string): Step {
  const ino = state.get(from);
  if (ino === undefined) return refuse(state, 'ENOENT');
  // Two names of one inode: rename(2) leaves both.
  const after = ino === state.get(to) ? state : edited(state, { drop: from, put: to, ino });
  return { after, answer: { kind: 'done' } };
}

/** The last name of an inode may go before another is made: then it is as good as gone, or gone. */
function link(state: Names, ino: number, to: string): Step {
  const isGone = linksOf(state, ino) === 0;
  if (isGone) return refuse(state, 'ENOENT', 'ESTALE', ...(state.has(to) ? ['EEXIST'] : []));
  if (state.has(to)) return refuse(state, 'EEXIST');
  return { after: edited(state, { put: to, ino }), answer: entry(to) };
}

type NameEdit = { readonly drop?: string } & (
  { readonly put: string; readonly ino: number } | { readonly put?: never }
);

function edited(state: Names, edit: NameEdit): Names {
  const names = new Map(state);
  if (edit.drop !== undefined) names.delete(edit.drop);
  if (edit.put !== undefined) names.set(edit.put, edit.ino);
  return names;
}

/** @returns the state, with what was learned of inodes; `undefined` if the client was told something else. */
function agree(after: Names, answer: Answer, output: DirectoryOutput): Names | undefined {
  switch (answer.kind) {
    case 'done':
      return output.kind === 'done' ? after : undefined;
    case 'refused':
      return output.kind === 'refused' && answer.errnos.includes(output.errno) ? after : undefined;
    case 'entry':
      return output.kind === 'entry' ? showing(after, { name: answer.name, ...output }) : undefined;
    case 'list':
      return output.kind === 'list' ? listing(after, answer.prefix, output.names) : undefined;
  }
}

function listing(state: Names, prefix: string, listed: readonly Named[]): Names | undefined {
  const there = [...state.keys()].filter((name) => name.startsWith(prefix));
  if (there.length !== listed.length) return undefined;
  let known: Names | undefined = state;
  for (const named of listed) known &&= showing(known, named);
  return known;
}

function showing(state: Names, { name, ino, links }: Named): Names | undefined {
  const here = state.get(name);
  if (here === undefined || linksOf(state, here) !== links) return undefined;
  if (here === ino) return state;
  if (here > 0 || linksOf(state, ino) > 0) return undefined;
  return new Map([...state].map(([other, its]) => [other, its === here ? ino : its]));
}

const linksOf = (state: Names, ino: number): number =>
  [...state.values()].filter((its) => its === ino).length;
