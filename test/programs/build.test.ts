import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

const PARTS = 12;

/** A program of many files with a header each, and a Makefile that has the compiler say what depends on what. */
const MAKE_SOURCES = `
  mkdir sources; cd sources
  for n in $(seq ${PARTS}); do
    echo "int part$n(void);" > part$n.h
    printf '#include "part%d.h"\\n#include "common.h"\\nint part%d(void) { return %d * FACTOR; }\\n' $n $n $n > part$n.c
    printf '#include "part%d.h"\\n' $n >> all.h; printf ' + part%d()' $n >> sum
  done
  echo '#define FACTOR 1' > common.h
  printf '#include <stdio.h>\\n#include "all.h"\\nint main(void) { printf("%%d\\\\n", 0%s); }\\n' "$(cat sum)" > main.c
  printf 'OBJECTS := $(patsubst %%.c,%%.o,$(wildcard *.c))\\nCFLAGS := -MMD -O1\\nprogram: $(OBJECTS)\\n\\t$(CC) -o $@ $^\\n-include *.d\\n' > Makefile`;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
  await shell(place.scratch, MAKE_SOURCES);
});
afterAll(() => place.close());

const build = (name: string): Promise<string> =>
  shell(place.one, `cp -r ${place.scratch}/sources ${name}; cd ${name}; make -j2 2>&1 >/dev/null; ./program`);

testMounted('build: gcc and make, twice: the second time only what has changed is compiled', async () => {
  expect(await timed('make', build('plain'))).toBe(`${(PARTS * (PARTS + 1)) / 2}`);
  const again = (change: string): Promise<string> =>
    shell(`${place.one}/plain`, `${change}; make -j2 | grep -o '[a-z0-9]*\\.c$' | sort; ./program`);
  expect(await shell(`${place.one}/plain`, 'make')).toContain('is up to date');
  expect(await again('sed -i "s/3 \\*/30 */" part3.c')).toBe('part3.c\n105');
  // Changed through the other mount: the new time counts here too.
  expect(await again(`touch ${place.other}/plain/part7.h`)).toBe('main.c\npart7.c\n105');
  expect(await shell(`${place.other}/plain`, './program; make -q; echo $?')).toBe('105\n0');
});

testMounted('build: the volume manager is killed meanwhile: the program runs', async () => {
  const built = place.withManagerKilled(build('killed'));
  expect(await timed('make, manager killed', built)).toBe(`${(PARTS * (PARTS + 1)) / 2}`);
});
