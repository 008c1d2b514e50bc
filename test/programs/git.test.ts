import { afterAll, beforeAll, expect } from 'vitest';
import { testMounted } from '../e2e/lab.js';
import { shell } from './support/shell.js';
import { timed, Workplace } from './support/workplace.js';

const FILES = 60;

const IDENTITY = `
  export GIT_AUTHOR_NAME=n GIT_AUTHOR_EMAIL=e@example.org
  export GIT_COMMITTER_NAME=n GIT_COMMITTER_EMAIL=e@example.org`;

const MAKE_ORIGIN = `${IDENTITY}
  git init --quiet --initial-branch=main origin; cd origin
  for n in $(seq ${FILES}); do
    mkdir -p d$((n % 6)); head -c $((n * 300)) /dev/urandom > d$((n % 6))/f$n
  done
  ln -s d1 link; printf '#!/bin/sh\\n' > run; chmod +x run
  git add .; git commit --quiet -m first`;

const WORK = `${IDENTITY}
  git clone --quiet "file://$ORIGIN" clone; cd clone
  git switch --quiet -c side; echo side > d1/side; git mv d2 moved; git add .; git commit --quiet -m side
  git switch --quiet main; echo main > d3/main; git add .; git commit --quiet -m main
  git merge --quiet -m merged side
  for n in $(seq 5); do echo $n > counter; git add counter; git commit --quiet -m "count $n"; done
  git gc --quiet --prune=now
  git worktree add --quiet ../worktree side; git clone --quiet . ../linked`;

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.open();
  await shell(place.scratch, MAKE_ORIGIN);
});
afterAll(() => place.close());

testMounted('git: clone, commit, merge, gc, worktree: fsck and status find nothing', async () => {
  await timed('git', shell(place.one, `ORIGIN=${place.scratch}/origin\n${WORK}`));
  for (const repository of ['clone', 'linked', 'worktree']) {
    const at = `${place.other}/${repository}`;
    await shell(at, 'git fsck --full --strict');
    expect(await shell(at, 'git status --porcelain'), at).toBe('');
  }
  expect(await shell(`${place.one}/clone`, 'git rev-list --count HEAD; cat counter')).toBe('9\n5');
});

testMounted('git: cloned away from the mount: the same files', async () => {
  await shell(place.scratch, `git clone --quiet file://${place.other}/clone back; git -C back fsck --full`);
  expect(await shell('/', `diff -r --exclude=.git ${place.scratch}/back ${place.one}/clone`)).toBe('');
});
