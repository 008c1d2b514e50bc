/**
 * Makes the calls of file-call-groups.ts with Node's own `fs`, in the directory that is its argument, and prints the
 * outcomes: a process of its own, so that a mount that hangs hangs nobody else.
 */
import nodeFs from 'node:fs/promises';
import { FILE_CALL_GROUPS } from './file-call-groups.js';
import { groupOutcomes } from './file-calls.js';

const directory = process.argv[2] ?? '';
process.umask(0o022);
const outcomes = [];
for (const [name, calls] of FILE_CALL_GROUPS) {
  const root = `${directory}/${name}`;
  await nodeFs.mkdir(root);
  outcomes.push(await groupOutcomes({ files: nodeFs, root }, calls));
}
process.stdout.write(JSON.stringify(outcomes));
