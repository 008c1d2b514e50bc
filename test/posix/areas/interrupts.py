"""Signals: a blocking call ends with EINTR, and no call is done by half."""
import ctypes
import errno
import fcntl
import os
import signal
import time

from calls import LIBC, OFD_SETLKW, lock_record
from harness import outcome, read, write

ROUNDS = 150
WAITS = 20
STORM_SECONDS = 0.002
# Signals that have come while a call was under way.
HITS_MIN = 100
BLOCK = 64 * 1024
KILLS = 15


def run(t):
    waits(t)
    storm_of_waits(t)
    storm(t)
    killed_writers(t)


def interrupted(call, seconds=0.2):
    """What a call comes to in a process to which a signal comes meanwhile, without restarting it."""
    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return outcome(call)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def interrupt(*_):
    raise InterruptedError(4, 'a signal has come')


def waits(t):
    path = t.file('lock', b'x')
    other = os.path.join(t.other, 'lock')
    holder = os.open(path, os.O_RDWR)
    for title, hold, wait, free in (
        ('fcntl', lambda fd: fcntl.lockf(fd, fcntl.LOCK_EX), lambda fd: fcntl.lockf(fd, fcntl.LOCK_EX), lambda fd: fcntl.lockf(fd, fcntl.LOCK_UN)),
        ('OFD', lambda fd: fcntl.lockf(fd, fcntl.LOCK_EX), lambda fd: fcntl.fcntl(fd, OFD_SETLKW, lock_record(fcntl.F_WRLCK)), lambda fd: fcntl.lockf(fd, fcntl.LOCK_UN)),
        ('flock', lambda fd: fcntl.flock(fd, fcntl.LOCK_EX), lambda fd: fcntl.flock(fd, fcntl.LOCK_EX), lambda fd: fcntl.flock(fd, fcntl.LOCK_UN)),
    ):
        hold(holder)
        for turn in range(3):
            pid = os.fork()
            if pid == 0:
                os._exit(0 if interrupted(lambda: wait(os.open(other, os.O_RDWR))) == 'EINTR' else 1)
            t.check(f'{title}: a signal ends the wait, turn {turn}', os.waitpid(pid, 0)[1], 0)
        pid = os.fork()
        if pid == 0:
            wait(os.open(other, os.O_RDWR))
            os._exit(0)
        time.sleep(0.05)
        os.kill(pid, signal.SIGKILL)
        t.check(f'{title}: who waits can be killed', os.waitpid(pid, 0)[1], signal.SIGKILL)
        free(holder)
        pid = os.fork()
        if pid == 0:
            wait(os.open(other, os.O_RDWR))
            os._exit(0)
        t.check(f'{title}: nothing is left of those who waited', os.waitpid(pid, 0)[1], 0)
    os.close(holder)


def storm(t):
    """System calls by ctypes are not restarted by Python: each is done, or says EINTR and is not."""
    base = os.fsencode(t.folder('storm'))
    wrong, rounds = [], 0
    with Signals() as signals:
        while rounds < ROUNDS or signals.hits < HITS_MIN:
            wrong += round_of(signals.until_done, base, rounds)
            rounds += 1
    t.check('under a storm of signals: every call is done or not', wrong, [])
    t.check('signals that came during calls', signals.hits, lambda hits: hits >= HITS_MIN)
    t.check('and everything is gone again', os.listdir(base), [])
    print(f'               {signals.hits} signals during calls in {rounds} rounds, {signals.refusals} times EINTR', flush=True)


class Signals:
    """Come every few milliseconds, without Python's restarting what they interrupt."""

    def __enter__(self):
        self.hits = self.refusals = 0
        self.arrived, self.told = os.pipe()
        os.set_blocking(self.arrived, False), os.set_blocking(self.told, False)
        self.before = signal.signal(signal.SIGALRM, lambda *_: None)
        signal.siginterrupt(signal.SIGALRM, True)
        signal.set_wakeup_fd(self.told)  # Written to in the very moment: a handler of Python's runs only after the call.
        signal.setitimer(signal.ITIMER_REAL, STORM_SECONDS, STORM_SECONDS)
        return self

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGALRM, self.before)
        os.close(self.arrived), os.close(self.told)

    def call(self, name, *args):
        self.arrivals()
        ctypes.set_errno(0)
        result = getattr(LIBC, name)(*args)
        number = ctypes.get_errno()
        self.hits += self.arrivals()
        return result if result >= 0 else -number

    def until_done(self, name, *args):
        """What the call came to in the end, as if it had been called once."""
        while (result := self.call(name, *args)) == -errno.EINTR:
            self.refusals += 1
        return result

    def arrivals(self):
        try:
            return len(os.read(self.arrived, 4096))
        except BlockingIOError:
            return 0


def storm_of_waits(t):
    """A wait that is interrupted over and over ends with EINTR each time, and once it is free the lock is had."""
    path = t.file('waited-for')
    fd, other = os.open(path, os.O_RDWR), os.open(os.path.join(t.other, 'waited-for'), os.O_RDWR)
    record = lock_record(fcntl.F_WRLCK)
    for title, hold, wait in (
        ('OFD', lambda: fcntl.fcntl(fd, OFD_SETLKW, record), ('fcntl', other, OFD_SETLKW, record)),
        ('flock', lambda: fcntl.flock(fd, fcntl.LOCK_EX), ('flock', other, fcntl.LOCK_EX)),
    ):
        hold()
        with Signals() as signals:
            ends = [signals.call(*wait) for _ in range(WAITS)]
        t.check(f'{title}: each wait ends with EINTR', ends, [-errno.EINTR] * WAITS)
        t.check(f'{title}: each by a signal', signals.hits, lambda hits: hits >= WAITS)
        fcntl.fcntl(fd, OFD_SETLKW, lock_record(fcntl.F_UNLCK)), fcntl.flock(fd, fcntl.LOCK_UN)
        with Signals() as signals:
            t.check(f'{title}: once it is free it is had', signals.until_done(*wait), 0)
        fcntl.fcntl(other, OFD_SETLKW, lock_record(fcntl.F_UNLCK)), fcntl.flock(other, fcntl.LOCK_UN)
    os.close(fd), os.close(other)


def round_of(until_done, base, number):
    a, b, block = base + b'/a%d' % number, base + b'/b%d' % number, bytes([number % 255 + 1]) * BLOCK
    steps = [until_done('mkdir', a, 0o755), until_done('rename', a, b), until_done('rmdir', b)]
    fd = until_done('open', a, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
    written = until_done('pwrite', fd, block, ctypes.c_size_t(BLOCK), ctypes.c_longlong(0))
    steps += [until_done('link', a, b), until_done('unlink', a), until_done('fsync', fd), until_done('close', fd)]
    same = read(b) == block
    steps.append(until_done('unlink', b))
    return [] if not any(steps) and written == BLOCK and same else [(number, fd, written, same, steps)]


def killed_writers(t):
    """A process that overwrites the same block again and again is killed: the block is of one write."""
    path = t.file('block', b'\0' * BLOCK)
    for turn in range(KILLS):
        pid = os.fork()
        if pid == 0:
            fd = os.open(os.path.join(t.other, 'block'), os.O_RDWR)
            while True:
                for value in range(1, 256):
                    os.pwrite(fd, bytes([value]) * BLOCK, 0)
        time.sleep(0.02 + turn * 0.003)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        t.check(f'killed writer {turn}: one write whole', (len(read(path)), len(set(read(path)))), (BLOCK, 1))
    write(path, b'again')
    t.check('the file is of use still', read(path), b'again')
