"""Signals: a blocking call ends with EINTR, and no call is done by half."""
import ctypes
import fcntl
import os
import signal
import time

from calls import LIBC, OFD_SETLKW, lock_record
from harness import outcome, read, write

ROUNDS = 150
STORM_SECONDS = 0.002
BLOCK = 64 * 1024
KILLS = 15


def run(t):
    waits(t)
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
    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.siginterrupt(signal.SIGALRM, True)
    signal.setitimer(signal.ITIMER_REAL, STORM_SECONDS, STORM_SECONDS)
    wrong = []
    try:
        for number in range(ROUNDS):
            wrong += round_of(base, number)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    t.check('under a storm of signals: every call is done or not', wrong, [])
    t.check('and everything is gone again', os.listdir(base), [])


def call(name, *args):
    ctypes.set_errno(0)
    result = getattr(LIBC, name)(*args)
    return result if result >= 0 else -ctypes.get_errno()


def until_done(name, *args):
    """Whether the call was done in the end, as if it had been called once."""
    while (result := call(name, *args)) == -4:
        pass
    return result


def round_of(base, number):
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
