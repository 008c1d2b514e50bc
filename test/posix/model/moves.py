"""The system calls of the model test. Each takes the player and an order, and returns what the call came to."""
import mmap
import os
import stat

import acl_moves
import calls
import lock_moves
from sights import digest

LOOK_BYTES_MAX = 4 << 20
PATTERN_BYTES = 251
NOTHING_WAITS = os.O_NONBLOCK | os.O_NOCTTY


def data_of(order):
    """`length` bytes that follow from `seed`."""
    pattern = bytes((order['seed'] * 31 + at * 7) % PATTERN_BYTES + 1 for at in range(PATTERN_BYTES))
    return (pattern * (order['length'] // PATTERN_BYTES + 1))[:order['length']]


def with_umask(order, call):
    old = os.umask(order['umask'])
    try:
        return call()
    finally:
        os.umask(old)


def open_file(p, order):
    flags = sum(getattr(os, name) for name in order['flags'])
    path = p.path(order)
    fd = with_umask(order, lambda: os.open(path, flags | NOTHING_WAITS, order['mode']))
    kind = os.fstat(fd).st_mode
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
        p.keep(order['slot'], fd, p.via(order))
        return 'ok'
    # What is behind a fifo or a device is no business of the file system.
    os.close(fd)
    return 'ENXIO' if stat.S_ISFIFO(kind) and flags & os.O_ACCMODE == os.O_WRONLY else 'special'


def close(p, order):
    p.close(order['slot'])
    return 'ok'


def read(p, order):
    return digest(os.pread(p.file(order['slot']), order['length'], order['offset']))


def write(p, order):
    return os.pwrite(p.file(order['slot']), data_of(order), order['offset'])


def seek(p, order):
    """Where data and holes are differs by the size of blocks; that what is called a hole reads as zeros does not."""
    fd, offset, whence = p.file(order['slot']), order['offset'], order['whence']
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        return 'no regular file'
    size = os.fstat(fd).st_size
    if whence == os.SEEK_HOLE or offset >= size:
        found = os.lseek(fd, offset, whence)
        is_sound = offset <= found <= size and (found == size or at_most_zeros(fd, found, found + 1))
        return 'sound' if is_sound else f'{found} of {size}'
    try:
        end = os.lseek(fd, offset, whence)
    except OSError:
        end = size
    return 'sound' if offset <= end and at_most_zeros(fd, offset, end) else f'data before {end}'


def at_most_zeros(fd, begin, end):
    """As far as that may be looked at."""
    try:
        return not any(os.pread(fd, min(end - begin, LOOK_BYTES_MAX), begin))
    except OSError:
        return True


def copy(p, order):
    """That a range is copied onto itself the kernel sees within one mount only (docs/posix.md)."""
    source, target = p.file(order['slot']), p.file(order['toSlot'])
    is_same = os.fstat(source).st_ino == os.fstat(target).st_ino
    if is_same and abs(order['offset'] - order['toOffset']) < order['length']:
        return 'onto itself'
    return os.copy_file_range(source, target, order['length'], order['offset'], order['toOffset'])


def mapped(p, order):
    """Reads through a shared mapping, and writes if there is a seed."""
    fd, end = p.file(order['slot']), order['offset'] + order['length']
    info = os.fstat(fd)
    if not stat.S_ISREG(info.st_mode) or end > min(info.st_size, LOOK_BYTES_MAX):
        return 'beyond'
    writes = 'seed' in order
    with mmap.mmap(fd, end, mmap.MAP_SHARED, mmap.PROT_READ | (mmap.PROT_WRITE if writes else 0)) as view:
        if writes:
            view[order['offset']:end] = data_of(order)
            view.flush()
        return digest(view[order['offset']:end])


def link(p, order):
    calls.linkat(calls.AT_FDCWD, p.path(order), p.path(order, 'to'), calls.AT_SYMLINK_FOLLOW if order['follow'] else 0)
    return 'ok'


def link_open_file(p, order):
    """Gives a file that was opened with O_TMPFILE a name."""
    calls.linkat(calls.AT_FDCWD, b'/proc/self/fd/%d' % p.file(order['slot']), p.path(order, 'to'), calls.AT_SYMLINK_FOLLOW)
    return 'ok'


def symlink(p, order):
    os.symlink(order['target'].encode('latin-1'), p.path(order))
    return 'ok'


def set_times(p, order):
    times = [tuple(moment) for moment in order['times']] or None
    calls.utimensat(p.path(order), times, 0 if order['follow'] else 0x100)
    return 'ok'


def looked_at(fd):
    """The kernel checks the owner of an open file by what it saw last (docs/posix.md)."""
    os.fstat(fd)
    return fd


def only_drops_set_id(seen, order):
    """Somebody else's chown(-1, -1) is refused on Linux; a FUSE mount takes it for the beginning of a write (docs/posix.md)."""
    is_nothing = order['uid'] == order['gid'] == -1
    has_set_id = seen.st_mode & (stat.S_ISUID | stat.S_ISGID) and not stat.S_ISDIR(seen.st_mode)
    return is_nothing and has_set_id and os.geteuid() not in (0, seen.st_uid)


def fchown(p, order):
    fd = looked_at(p.file(order['slot']))
    if not only_drops_set_id(os.fstat(fd), order):
        os.fchown(fd, order['uid'], order['gid'])


def chown(p, order):
    path, follow = p.path(order), order['follow']
    if not only_drops_set_id(os.stat(path, follow_symlinks=follow), order):
        os.chown(path, order['uid'], order['gid'], follow_symlinks=follow)


def done(call):
    """For calls that return nothing."""
    def move(p, order):
        call(p, order)
        return 'ok'
    return move


MOVES = acl_moves.MOVES | lock_moves.MOVES | {
    'open': open_file, 'close': close, 'read': read, 'write': write, 'seek': seek, 'copy': copy, 'map': mapped,
    'link': link, 'linkOpen': link_open_file, 'symlink': symlink, 'setTimes': set_times,
    'ftruncate': done(lambda p, o: os.ftruncate(p.file(o['slot']), o['size'])),
    'fallocate': done(lambda p, o: calls.fallocate(p.file(o['slot']), o['mode'], o['offset'], o['length'])),
    'fsync': done(lambda p, o: os.fsync(p.file(o['slot']))),
    'fchmod': done(lambda p, o: os.fchmod(looked_at(p.file(o['slot'])), o['mode'])),
    'fchown': done(fchown),
    'truncate': done(lambda p, o: calls.truncate(p.path(o), o['size'])),
    'mkdir': done(lambda p, o: with_umask(o, lambda: os.mkdir(p.path(o), o['mode']))),
    'mknod': done(lambda p, o: with_umask(o, lambda: os.mknod(p.path(o), o['mode'], o['device']))),
    'rmdir': done(lambda p, o: os.rmdir(p.path(o))),
    'unlink': done(lambda p, o: os.unlink(p.path(o))),
    'rename': done(lambda p, o: calls.renameat2(p.path(o), p.path(o, 'to'), o['flags'])),
    'chmod': done(lambda p, o: os.chmod(p.path(o), o['mode'])),
    'chown': done(chown),
    'readlink': lambda p, o: os.readlink(p.path(o)).decode('latin-1'),
    'list': lambda p, o: sorted(name.decode('latin-1') for name in os.listdir(p.path(o))),
    'stat': lambda p, o: p.sights.of(os.stat(p.path(o))),
    'access': lambda p, o: os.access(p.path(o), o['mode'], effective_ids=True),
    'setxattr': done(lambda p, o: os.setxattr(p.path(o), o['name'], data_of(o), o['flags'], follow_symlinks=o['follow'])),
    'getxattr': lambda p, o: digest(os.getxattr(p.path(o), o['name'], follow_symlinks=o['follow'])),
    'removexattr': done(lambda p, o: os.removexattr(p.path(o), o['name'], follow_symlinks=o['follow'])),
    'listxattr': lambda p, o: sorted(os.listxattr(p.path(o), follow_symlinks=o['follow'])),
}
