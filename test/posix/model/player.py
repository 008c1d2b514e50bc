#!/usr/bin/env python3
"""One side of the model test: `player.py DIR [SECOND_DIR]`, the same file system through one mount or two. Run by root.

Takes orders from standard input, one JSON object a line, and answers each with one line: what the call came to, and
how the files look afterwards. JSON text stands for bytes as Latin-1 has them, so that names may have any.
"""
import contextlib
import json
import os
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import MEMBER, OWNER, ROOT, STRANGER, outcome  # noqa: E402
from moves import MOVES  # noqa: E402
from sights import Sights  # noqa: E402

USERS = {'root': ROOT, 'owner': OWNER, 'member': MEMBER, 'stranger': STRANGER}
CLOCK_REALTIME_COARSE = 5
TICK_PAUSE_SECONDS = 0.0005


@contextlib.contextmanager
def acting_as(user):
    """The real user stays root, so that there is a way back; capabilities go with the effective one."""
    os.setgroups(user[2]), os.setegid(user[1]), os.seteuid(user[0])
    try:
        yield
    finally:
        os.seteuid(0), os.setegid(0), os.setgroups(())


class Player:
    def __init__(self, roots):
        self.bases = [os.fsencode(root) for root in roots]
        self.tops = []
        self.files = {}
        self.sights = None
        self.tick = 0

    def begin(self, name):
        """A directory for one sequence, and one above it that `..` may lead to."""
        self.close_all()
        os.mkdir(os.path.join(self.bases[0], name.encode()))
        self.tops = [os.path.join(base, name.encode(), b'top') for base in self.bases]
        os.mkdir(self.tops[0])
        os.chmod(self.tops[0], 0o777)
        self.sights = Sights()

    def end(self):
        """Each mount's last look at everything, with all contents, after which nothing is left."""
        seen = [self.sights.copy().tree(os.path.dirname(top), with_contents=True) for top in self.tops]
        self.close_all()
        shutil.rmtree(os.path.dirname(self.tops[0]))
        return seen

    def move(self, order):
        self.await_tick()
        with acting_as(USERS[order['as']]):
            result = self.outcome_of(order)
        return {'result': result, 'seen': self.look(order)}

    def outcome_of(self, order):
        values = []
        failure = outcome(lambda: values.append(MOVES[order['do']](self, order)))
        return values[0] if failure == 'ok' else failure

    def await_tick(self):
        """A local file system's stamps may be as coarse as the kernel's tick: no two moves share one."""
        while (now := time.clock_gettime_ns(CLOCK_REALTIME_COARSE)) == self.tick:
            time.sleep(TICK_PAUSE_SECONDS)
        self.tick = now

    def look(self, order):
        top = self.tops[order['through'] % len(self.tops)]
        seen = {}
        if order['look'] == 'near':
            seen = self.sights.paths(top, [order[key].encode('latin-1') for key in ('path', 'to') if key in order])
        elif order['look'] == 'all':
            seen = self.sights.tree(os.path.dirname(top), with_contents=False)
        for slot, (fd, _) in sorted(self.files.items()):
            seen[f'file {slot}'] = self.sights.of(os.fstat(fd))
        return seen

    def path(self, order, key='path'):
        """Below the directory that is open in slot `at`, if the order names one, else below the top of its mount."""
        name = order[key].encode('latin-1')
        if key == 'path' and 'at' in order:
            return b'/proc/self/fd/%d/%s' % (self.file(order['at']), name)
        return os.path.join(self.tops[self.via(order)], name)

    def via(self, order):
        """Everything that an open file has to do with goes through its own mount."""
        for key in ('at',) if order['do'] == 'open' else ('at', 'slot'):
            if key in order and order[key] in self.files:
                return self.files[order[key]][1]
        return order['via'] % len(self.tops)

    def file(self, slot):
        if slot not in self.files:
            raise NoFile
        return self.files[slot][0]

    def keep(self, slot, fd, via):
        self.close(slot)
        self.files[slot] = (fd, via)

    def close(self, slot):
        if slot in self.files:
            os.close(self.files.pop(slot)[0])

    def close_all(self):
        for slot in list(self.files):
            self.close(slot)


class NoFile(OSError):
    """The slot is empty: nothing was done."""

    def __init__(self):
        super().__init__(0, 'no file')


def serve(player):
    for line in sys.stdin:
        order = json.loads(line)
        if order['do'] == 'begin':
            answer = player.begin(order['name'])
        elif order['do'] == 'end':
            answer = player.end()
        else:
            answer = player.move(order)
        print(json.dumps(answer), flush=True)


if __name__ == '__main__':
    serve(Player(sys.argv[1:]))
