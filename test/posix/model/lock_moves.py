"""Locks in the model test. None waits: the player does one thing at a time, and would wait for itself."""
import fcntl
import os
import stat

from calls import OFD_GETLK, OFD_SETLK, lock_fields, lock_record
from harness import in_child, outcome


def on_regular_file(call):
    """The kernel keeps locks of directories to itself (docs/posix.md)."""
    def move(p, order):
        fd = p.file(order['slot'])
        return call(fd, order) if stat.S_ISREG(os.fstat(fd).st_mode) else 'no regular file'
    return move


def record(order):
    return lock_record(order['type'], order['offset'], order['length'])


def lock_range(fd, order):
    """A lock of the open file."""
    fcntl.fcntl(fd, OFD_SETLK, record(order))
    return 'ok'


def is_range_held(fd, order):
    """Which of several holders is named is the file system's choice."""
    if order['type'] == fcntl.F_UNLCK:
        return 'no question'
    return lock_fields(fcntl.fcntl(fd, OFD_GETLK, record(order)))[0] != fcntl.F_UNLCK


def lock_range_in_passing(fd, order):
    """A lock of a process, which ends with it. When it does only a file that may be written to says at once (docs/posix.md)."""
    if fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDWR:
        return 'not to be written'
    return in_child(lambda: outcome(fcntl.fcntl, fd, fcntl.F_SETLK, record(order)))


def lock_whole(fd, order):
    fcntl.flock(fd, order['operation'] | fcntl.LOCK_NB)
    return 'ok'


MOVES = {
    'lockRange': on_regular_file(lock_range), 'isRangeHeld': on_regular_file(is_range_held),
    'lockRangeInPassing': on_regular_file(lock_range_in_passing), 'lockWhole': on_regular_file(lock_whole),
}
