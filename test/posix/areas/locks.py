"""fcntl, open-file-description and flock locks; the other process uses the second mount when there is one."""
import fcntl
import os
import signal
import struct

from calls import OFD_GETLK, OFD_SETLK, lock_fields, lock_record
from harness import outcome, write
from lock_party import FREE, RD, UN, WR, Other, act, pair, soon

SH, EX, NB = fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_NB


def run(t):
    ranges(t)
    modes(t)
    holder(t)
    closing(t)
    killed(t)
    ofd(t)
    flock(t)


def ranges(t):
    """What one process locks, and what another may then have."""
    _, fd, other = pair(t, 'ranges')
    for mine in ((RD, 10, 10), (WR, 10, 10), (WR, 0, 0), (RD, 50, 0), (WR, 2**50, 10)):
        act(fd, 'set', UN), act(fd, 'set', *mine)
        end = mine[1] + mine[2] if mine[2] else 2**63
        for kind in (RD, WR):
            for start, length in ((0, 5), (0, 10), (0, 11), (5, 100), (10, 10), (12, 3), (19, 1), (20, 1), (20, 0), (0, 0), (60, 5), (2**50 + 9, 1)):
                stop = start + length if length else 2**63
                hit = start < end and mine[1] < stop and WR in (kind, mine[0])
                title = f'{mine} against {(kind, start, length)}'
                t.check(f'{title}: set', other.do('set', 'f', kind, start, length), 'EAGAIN' if hit else 'ok')
                t.check(f'{title}: get', other.do('get', 'f', kind, start, length), mine if hit else FREE)
                other.do('set', 'f', UN)
    act(fd, 'set', UN)
    # Taking the middle out, changing it, joining neighbours.
    act(fd, 'set', WR, 0, 100), act(fd, 'set', UN, 40, 20)
    t.check('a hole in a lock', [other.do('get', 'f', WR, at, 1) for at in (39, 40, 59, 60)], [(WR, 0, 40), FREE, FREE, (WR, 60, 40)])
    act(fd, 'set', RD, 10, 10)
    t.check('a part made shared', [other.do('get', 'f', WR, at, 1) for at in (9, 10, 19, 20)], [(WR, 0, 10), (RD, 10, 10), (RD, 10, 10), (WR, 20, 20)])
    act(fd, 'set', WR, 0, 100)
    t.check('joined again', other.do('get', 'f', WR, 50, 1), (WR, 0, 100))
    os.lseek(fd, 5, 0), act(fd, 'set', UN), act(fd, 'set', WR, 2, 3, 1)
    t.check('from the position', other.do('get', 'f', WR), (WR, 7, 3))
    act(fd, 'set', UN), act(fd, 'set', WR, -4, 2, 2)
    t.check('from the end', other.do('get', 'f', WR), (WR, 6, 2))
    act(fd, 'set', UN), act(fd, 'set', WR, 10, -5)
    t.check('a negative length', other.do('get', 'f', WR), (WR, 5, 5))
    t.check('one\'s own locks do not stand in the way', act(fd, 'get', WR), FREE)
    t.check('below 0', act(fd, 'set', WR, -1, 1), 'EINVAL')
    t.check('unlocking what is not locked', act(fd, 'set', UN, 1000, 10), 'ok')
    os.close(fd), other.end()


def modes(t):
    path = t.file('modes')
    reader, writer = os.open(path, os.O_RDONLY), os.open(path, os.O_WRONLY)
    t.check('write lock on a reader', act(reader, 'set', WR), 'EBADF')
    t.check('read lock on a writer', act(writer, 'set', RD), 'EBADF')
    t.check('read lock on a reader', act(reader, 'set', RD), 'ok')
    t.check('write lock on a writer', act(writer, 'set', WR), 'ok')
    t.check('bad type', act(writer, 'set', 9), 'EINVAL')
    t.check('bad whence', act(writer, 'set', WR, 0, 0, 9), 'EINVAL')
    os.close(reader), os.close(writer)
    folder = os.open(t.dir, os.O_RDONLY)
    t.check('flock on a directory', outcome(fcntl.flock, folder, EX | NB), 'ok')
    os.close(folder)


def holder(t):
    path, fd, other = pair(t, 'holder')
    act(fd, 'set', RD)
    beside = Other(path)
    beside.do('open', 'f')
    for where, asker in (('the same mount', beside), ('the other mount', other)):
        t.check(f'F_GETLK names the process that holds it, on {where}', asker.do('holder', 'f'), os.getpid())
    act(fd, 'set', UN), other.do('set', 'f', WR)
    t.check('and one on the other mount', act(fd, 'holder'), other.pid)
    beside.end(), os.close(fd), other.end()


def closing(t):
    path, fd, other = pair(t, 'closing')
    act(fd, 'set', WR)
    os.close(os.open(path, os.O_RDONLY))
    t.check('closing any descriptor of the file gives up the locks', other.do('set', 'f', WR), 'ok')
    other.do('set', 'f', UN), act(fd, 'set', WR)
    pid = os.fork()
    if pid == 0:
        os._exit(0 if act(fd, 'set', WR) == 'EAGAIN' else 1)
    t.check('a child does not inherit them', os.waitpid(pid, 0)[1], 0)
    t.check('and its end does not take them', other.do('set', 'f', WR), 'EAGAIN')
    os.close(fd)
    t.check('closing gives up', other.do('set', 'f', WR), 'ok')
    fd = os.open(path, os.O_RDWR)
    t.check('held by the other', act(fd, 'set', WR), 'EAGAIN')
    os.kill(other.pid, signal.SIGKILL)
    os.waitpid(other.pid, 0)
    t.check('a killed process holds nothing', soon(lambda: act(fd, 'set', WR)), 'ok')
    os.close(fd)
    path, fd, other = pair(t, 'gone')
    act(fd, 'set', WR)
    os.unlink(path)
    t.check('locked though unlinked', other.do('set', 'f', WR), 'EAGAIN')
    os.close(fd), other.end()


def killed(t):
    """What a process held, or waited for, when it was killed."""
    for verb, *lock in (('set', WR), ('ofd-set', WR), ('flock', EX | NB)):
        _, fd, other = pair(t, f'killed-{verb}')
        mine = lambda: outcome(fcntl.flock, fd, EX | NB) if verb == 'flock' else act(fd, verb, *lock)
        t.check(f'{verb} by the other', other.do(verb, 'f', *lock), 'ok')
        t.check(f'{verb}: held while it lives', mine(), 'EAGAIN')
        kill(other)
        t.check(f'{verb}: free once it is killed', soon(mine), 'ok')
        os.close(fd)
    for verb, *lock in (('wait', WR), ('ofd-wait', WR), ('flock', EX)):
        path, fd, other = pair(t, f'waiter-{verb}')
        give = (lambda: fcntl.flock(fd, fcntl.LOCK_UN)) if verb == 'flock' else (lambda: act(fd, 'set', UN))
        fcntl.flock(fd, EX) if verb == 'flock' else act(fd, 'set', WR)
        other.tell(verb, 'f', *lock)
        t.check(f'{verb}: waits', other.hear(0.3), 'waits')
        kill(other), give()
        third = os.open(path, os.O_RDWR)
        free = lambda: outcome(fcntl.flock, third, EX | NB) if verb == 'flock' else act(third, 'ofd-set', WR)
        t.check(f'{verb}: whoever was killed waiting has nothing', soon(free), 'ok')
        os.close(fd), os.close(third)


def kill(other):
    os.kill(other.pid, signal.SIGKILL)
    os.waitpid(other.pid, 0)


def ofd(t):
    path, fd, other = pair(t, 'ofd')
    second = os.open(path, os.O_RDWR)
    t.check('OFD lock', act(fd, 'ofd-set', WR, 0, 10), 'ok')
    t.check('another description of the same process', act(second, 'ofd-set', WR, 5, 1), 'EAGAIN')
    t.check('beside it', act(second, 'ofd-set', WR, 10, 1), 'ok')
    t.check('against fcntl of the same process', act(second, 'set', WR, 0, 1), 'EAGAIN')
    t.check('another process', other.do('ofd-set', 'f', WR, 5, 1), 'EAGAIN')
    t.check('another process, fcntl', other.do('set', 'f', WR, 5, 1), 'EAGAIN')
    found = lock_fields(fcntl.fcntl(second, OFD_GETLK, lock_record(WR, 0, 5)))
    t.check('found', found[:3], (WR, 0, 10))
    t.check('its pid is -1', found[3], -1)
    copy = os.dup(fd)
    os.close(fd)
    t.check('a duplicate keeps it', other.do('ofd-set', 'f', WR, 5, 1), 'EAGAIN')
    os.close(os.open(path, os.O_RDONLY))
    t.check('closing another description does not end it', other.do('ofd-set', 'f', WR, 5, 1), 'EAGAIN')
    other.tell('ofd-wait', 'f', WR, 5, 1)
    t.check('waits', other.hear(0.3), 'waits')
    os.close(copy)
    t.check('the last close ends it', other.hear(), 'ok')
    t.check('l_pid must be 0', outcome(fcntl.fcntl, second, OFD_SETLK, struct.pack('@hhqqi4x', WR, 0, 0, 1, 5)), 'EINVAL')
    os.close(second), other.end()


def flock(t):
    path, fd, other = pair(t, 'flock')
    second = os.open(path, os.O_RDONLY)
    refused, hold = 'EAGAIN', lambda kind: outcome(fcntl.flock, fd, kind | NB)
    for mine, theirs, want in ((SH, SH, 'ok'), (SH, EX, refused), (EX, SH, refused), (EX, EX, refused)):
        t.check(f'flock {mine}', hold(mine), 'ok')
        t.check(f'{mine} against {theirs} of a process', other.do('flock', 'f', theirs | NB), want)
        t.check(f'{mine} against {theirs} of a description', outcome(fcntl.flock, second, theirs | NB), want)
        other.do('flock', 'f', fcntl.LOCK_UN), fcntl.flock(second, fcntl.LOCK_UN), hold(fcntl.LOCK_UN)
    t.check('on a reader', outcome(fcntl.flock, second, EX | NB), 'ok')
    fcntl.flock(second, fcntl.LOCK_UN)
    t.check('upgrade and downgrade', [hold(kind) for kind in (SH, EX, SH, EX)], ['ok'] * 4)
    copy = os.dup(fd)
    os.close(fd)
    t.check('a duplicate keeps it', other.do('flock', 'f', SH | NB), refused)
    other.tell('flock', 'f', EX)
    t.check('waits', other.hear(0.3), 'waits')
    os.close(copy)
    t.check('the last close ends it', other.hear(), 'ok')
    t.check('flock and fcntl do not meet', act(os.open(path, os.O_RDWR), 'set', WR), 'ok')
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    other.do('close', 'f')
    t.check('free', soon(lambda: outcome(fcntl.flock, second, EX | NB)), 'ok')
    os.close(second), other.end()
    write(path, b'')
