import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

const PACKAGES = 6;
const FILES_PER_PACKAGE = 10;

/** Packages with many files, one with a command; the last depends on all others. Nothing comes from a network. */
const MAKE_PROJECT = `
  mkdir -p packed project
  dependencies=''
  for n in $(seq ${PACKAGES}); do
    mkdir -p p$n/lib; echo "#!/usr/bin/env node
console.log('command $n')" > p$n/command.js; chmod +x p$n/command.js
    for f in $(seq ${FILES_PER_PACKAGE}); do echo "module.exports = $f; // $(head -c $((f * 50)) /dev/zero | tr '\\0' x)" > p$n/lib/f$f.js; done
    echo "module.exports = [$(seq -s, ${FILES_PER_PACKAGE})].map((f) => require('./lib/f' + f + '.js'));" > p$n/index.js
    echo '{"name":"p'$n'","version":"1.0.0","bin":{"command'$n'":"command.js"}}' > p$n/package.json
    (cd packed; npm pack --silent ../p$n)
    dependencies="$dependencies,\\"p$n\\":\\"file:../packed/p$n-1.0.0.tgz\\""
  done
  echo '{"name":"project","version":"1.0.0","dependencies":{'"\${dependencies#,}"'}}' > project/package.json
  cd project; npm install --package-lock-only --offline --no-audit --no-fund --silent`;

const CHECK = `
  npm ls --all --parseable | wc -l
  node -e "let sum = 0; for (let n = 1; n <= ${PACKAGES}; n++) for (const f of require('p' + n)) sum += f; console.log(sum)"
  for n in $(seq ${PACKAGES}); do node_modules/.bin/command$n; done | md5sum`;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
  await shell(place.scratch, `export npm_config_cache=${place.scratch}/cache\n${MAKE_PROJECT}`);
  await shell(place.scratch, `cp -a packed project ${place.one}`);
});
afterAll(() => place.close());

const install = (directory: string): Promise<string> =>
  shell(
    `${directory}/project`,
    `export npm_config_cache=${directory}/cache; npm ci --offline --no-audit --no-fund --silent\n${CHECK}`,
  );

testMounted('npm: ci, and again over what is there: as on the local file system', async () => {
  const wanted = await install(place.scratch);
  expect(wanted).toContain(`${PACKAGES + 1}\n`);
  expect(await timed('npm ci', install(place.one))).toBe(wanted);
  expect(await timed('npm ci again', install(place.one))).toBe(wanted);
  const compare = `diff -r --no-dereference ${place.scratch}/project ${place.other}/project`;
  expect(await shell('/', compare)).toBe('');
});
