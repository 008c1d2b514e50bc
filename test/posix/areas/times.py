"""Timestamps: what is kept, and which of atime, mtime and ctime each call changes.

A file system may leave atime alone on reads (noatime): then it must not change at all. Otherwise it moves forward.
"""
import os
import time

from calls import KEEP_SIZE, PUNCH_HOLE, UTIME_NOW, UTIME_OMIT, fallocate, renameat2, utimensat
from harness import tick, write

OLD = (1_000_000_000, 123_456_789)
# Years 1902 to 2446: what ext4 with inodes of 256 bytes can hold.
SECONDS = [-2145916800, -2**31 + 1, -1, 0, 1, 2**31 - 1, 2**31, 2**32, 2**32 + 1, 4102444800, 2**33, 15_000_000_000, 15_032_385_534]


def run(t):
    kept(t)
    now_and_omit(t)
    changes(t)
    entries(t)
    reads(t)


def times(path):
    info = os.lstat(path)
    return info.st_atime_ns, info.st_mtime_ns, info.st_ctime_ns


def kept(t):
    file = t.file('kept')
    for seconds in SECONDS:
        for nanoseconds in (0, 1, 999_999_999):
            utimensat(file, ((seconds, nanoseconds), (seconds + 0, nanoseconds)))
            want = seconds * 10**9 + nanoseconds
            t.check(f'atime and mtime of {seconds}.{nanoseconds}', times(file)[:2], (want, want))
    folder = t.folder('kept-dir')
    os.symlink('kept', t.path('kept-link')), os.mkfifo(t.path('kept-fifo'))
    for path in (folder, t.path('kept-link'), t.path('kept-fifo')):
        utimensat(path, ((5, 6), (7, 8)), 0x100)
        t.check(f'times of {os.path.basename(path)}', times(path)[:2], (5 * 10**9 + 6, 7 * 10**9 + 8))
    t.check('a link\'s times are its own', times(file)[0] != times(t.path('kept-link'))[0], True)


def now_and_omit(t):
    path, keep, now = t.file('omit'), (0, UTIME_OMIT), (0, UTIME_NOW)
    base = OLD[0] * 10**9 + OLD[1]
    for title, given, wanted in [('OMIT, OMIT', (keep, keep), (0, 0)), ('NOW, OMIT', (now, keep), (1, 0)), ('OMIT, NOW', (keep, now), (0, 1)),
                                 ('NOW, NOW', (now, now), (1, 1)), ('none', None, (1, 1)), ('1, OMIT', ((1, 0), keep), (2, 0)),
                                 ('OMIT, 1', (keep, (1, 0)), (0, 2)), ('1, NOW', ((1, 0), now), (2, 1))]:
        utimensat(path, (OLD, OLD))
        ctime = times(path)[2]
        tick()
        utimensat(path, given)
        after = times(path)
        for name, got, want in zip(('atime', 'mtime'), after, wanted):
            close = abs(got - time.time_ns()) < 60 * 10**9
            t.check(f'{title}: {name}', 0 if got == base else 2 if got == 10**9 else 1 if close else got, want)
        t.check(f'{title}: ctime moves', after[2] > ctime, given != (keep, keep))
    t.err('bad nanoseconds', 'EINVAL', utimensat, path, ((0, 10**9), (0, 0)))
    t.err('on nothing', 'ENOENT', utimensat, t.path('none'), None)


def moved(path, act):
    """Which of the three times an act moves forward, as letters."""
    before = times(path)
    tick()
    act()
    return ''.join(letter for letter, old, new in zip('amc', before, times(path)) if new != old)


def changes(t):
    """The file is written to first, so that relatime has nothing to do."""
    path = t.file('file', b'x' * 5000)
    fd = os.open(path, os.O_RDWR)
    os.symlink('file', t.path('link'))
    t.file('target')
    for title, want, act in [
        ('write', 'mc', lambda: os.write(fd, b'abc')),
        ('pwrite', 'mc', lambda: os.pwrite(fd, b'abc', 9)),
        ('write of nothing', '', lambda: os.write(fd, b'')),
        ('truncate smaller', 'mc', lambda: os.ftruncate(fd, 4000)),
        ('truncate larger', 'mc', lambda: os.ftruncate(fd, 6000)),
        ('ftruncate to the size it has', 'mc', lambda: os.ftruncate(fd, 6000)),
        ('truncate to the size it has', 'mc', lambda: os.truncate(path, 6000)),
        ('O_TRUNC', 'mc', lambda: os.close(os.open(path, os.O_WRONLY | os.O_TRUNC))),
        ('O_TRUNC of an empty file', 'mc', lambda: os.close(os.open(path, os.O_WRONLY | os.O_TRUNC))),
        ('fallocate', 'mc', lambda: fallocate(fd, 0, 0, 9000)),
        ('punch', 'mc', lambda: fallocate(fd, PUNCH_HOLE | KEEP_SIZE, 0, 4096)),
        ('chmod', 'c', lambda: os.chmod(path, 0o600)),
        ('chmod to the same', 'c', lambda: os.chmod(path, 0o600)),
        ('fchmod', 'c', lambda: os.fchmod(fd, 0o644)),
        ('chown', 'c', lambda: os.chown(path, 1, 2)),
        ('chown to the same', 'c', lambda: os.chown(path, 1, 2)),
        ('chown(-1, -1)', 'c', lambda: os.chown(path, -1, -1)),
        ('link', 'c', lambda: os.link(path, t.path('second'))),
        ('unlink of another name', 'c', lambda: os.unlink(t.path('second'))),
        ('rename', 'c', lambda: (os.rename(path, t.path('away')), os.rename(t.path('away'), path))),
        ('rename onto itself', '', lambda: os.rename(path, path)),
        ('exchange', 'c', lambda: (renameat2(path, t.path('target'), 2), renameat2(path, t.path('target'), 2))),
        ('setxattr', 'c', lambda: os.setxattr(path, 'user.a', b'1')),
        ('removexattr', 'c', lambda: os.removexattr(path, 'user.a')),
        ('getxattr of none', '', lambda: refused(lambda: os.getxattr(path, 'user.none'))),
        ('removexattr of none', '', lambda: refused(lambda: os.removexattr(path, 'user.none'))),
        ('utime', 'amc', lambda: os.utime(path)),
        ('utime to the same', 'c', lambda: utimensat(path, tuple((value // 10**9, value % 10**9) for value in times(path)[:2]))),
        ('stat', '', lambda: os.stat(path)),
        ('access', '', lambda: os.access(path, os.R_OK)),
        ('open and close', '', lambda: os.close(os.open(path, os.O_RDWR))),
        ('fsync', '', lambda: os.fsync(fd)),
        ('lseek', '', lambda: os.lseek(fd, 3, os.SEEK_SET)),
        ('listxattr', '', lambda: os.listxattr(path)),
        ('chmod through a link', 'c', lambda: os.chmod(t.path('link'), 0o640)),
        ('readlink beside it', '', lambda: os.readlink(t.path('link'))),
        ('failing O_EXCL', '', lambda: refused(lambda: os.open(path, os.O_CREAT | os.O_EXCL))),
        ('failing rmdir', '', lambda: refused(lambda: os.rmdir(path))),
        ('failing link', '', lambda: refused(lambda: os.link(path, t.path('target')))),
    ]:
        t.check(f'file: {title}', moved(path, act), want)
    os.close(fd)
    made = times(t.file('young'))
    t.check('a new file has three like times', len(set(made)) <= 2 and max(made) - min(made) < 10**9, True)
    t.check('times run with the clock', abs(time.time_ns() - made[1]) < 60 * 10**9, True)


def refused(act):
    try:
        act()
    except OSError:
        pass


def entries(t):
    """What changes in a directory moves its mtime and ctime; what changes in its files does not."""
    base = t.folder('dir')
    at = lambda name: os.path.join(base, name)
    for title, want, act in [
        ('create', 'mc', lambda: write(at('f'), b'')),
        ('write into a file', '', lambda: write(at('f'), b'data')),
        ('chmod of a file', '', lambda: os.chmod(at('f'), 0o600)),
        ('open of one that is there with O_CREAT', '', lambda: os.close(os.open(at('f'), os.O_CREAT))),
        ('mkdir', 'mc', lambda: os.mkdir(at('d'))),
        ('create deeper', '', lambda: write(at('d/f'), b'')),
        ('symlink', 'mc', lambda: os.symlink('x', at('s'))),
        ('mkfifo', 'mc', lambda: os.mkfifo(at('p'))),
        ('link', 'mc', lambda: os.link(at('f'), at('g'))),
        ('rename', 'mc', lambda: os.rename(at('f'), at('h'))),
        ('rename over', 'mc', lambda: os.rename(at('s'), at('p'))),
        ('rename out', 'mc', lambda: os.rename(at('p'), t.path('out'))),
        ('rename in', 'mc', lambda: os.rename(t.path('out'), at('p'))),
        ('unlink', 'mc', lambda: os.unlink(at('g'))),
        ('rmdir', 'mc', lambda: (os.unlink(at('d/f')), os.rmdir(at('d')))),
        ('chmod', 'c', lambda: os.chmod(base, 0o700)),
        ('stat', '', lambda: os.stat(base)),
        ('look-up of nothing', '', lambda: os.path.exists(at('none'))),
        ('failing unlink', '', lambda: refused(lambda: os.unlink(at('none')))),
        ('failing mkdir', '', lambda: refused(lambda: os.mkdir(at('h')))),
        ('rename of itself', 'c', lambda: (os.rename(base, t.path('dir2')), os.rename(t.path('dir2'), base))),
    ]:
        t.check(f'directory: {title}', moved(base, act), want)


def reads(t):
    path = t.file('read', b'data')
    fd = os.open(path, os.O_RDONLY)
    for title, act in [('read', lambda: os.read(fd, 1)), ('pread', lambda: os.pread(fd, 2, 0)), ('listing', lambda: os.listdir(t.dir))]:
        target = t.dir if title == 'listing' else path
        utimensat(target, (OLD, (0, UTIME_OMIT)))
        t.check(f'{title}: at most atime', moved(target, act), {'a', ''})
        utimensat(target, (OLD, (0, UTIME_OMIT)))
        t.check(f'{title} with O_NOATIME', moved(target, lambda: without_atime(target)), '')
    os.close(fd)


def without_atime(path):
    fd = os.open(path, os.O_RDONLY | os.O_NOATIME)
    if not os.path.isdir(path):
        os.read(fd, 9)
    os.close(fd)
