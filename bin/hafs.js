#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/src/main.js', import.meta.url);
if (existsSync(program)) {
  const { main } = await import(program.href);
  process.exit(await main());
} else {
  console.error('hafs: it is not built yet; run "npm run build" first');
  process.exit(1);
}
