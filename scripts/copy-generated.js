// The compiler leaves JavaScript alone: the generated wire code goes to dist/ as it is.
import { cpSync } from 'node:fs';

const from = new URL('../src/rpc/generated/', import.meta.url);
const to = new URL('../dist/src/rpc/generated/', import.meta.url);
cpSync(from, to, { recursive: true });
