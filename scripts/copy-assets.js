// The compiler leaves JavaScript, markup and styles alone: they go to dist/ as they are.
import { cpSync } from 'node:fs';

const copy = (path) =>
  cpSync(new URL(`../${path}`, import.meta.url), new URL(`../dist/${path}`, import.meta.url), {
    recursive: true,
  });

copy('src/rpc/generated/');
for (const name of ['index.html', 'style.css', 'icon.svg']) copy(`page/${name}`);
