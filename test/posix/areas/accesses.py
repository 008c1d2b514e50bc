"""Access times by relatime's rule: the first read after a change moves them, the next one does not; with noatime none does.

What is read is seen through the same mount and through the other.
"""
import mmap
import os

from calls import UTIME_NOW, UTIME_OMIT, utimensat
from harness import MEMBER, in_child, read, tick, write

OLD = (1_000_000_000, 0)
FUTURE = (4_000_000_000, 0)


def run(t):
    moves = 'a' if t.keeps_access_times else ''
    files(t, moves)
    ways(t, moves)
    untouched(t)
    directories(t, moves)
    links(t, moves)
    elsewhere(t, moves)


def times(path):
    info = os.lstat(path)
    return info.st_atime_ns, info.st_mtime_ns, info.st_ctime_ns


def moved(path, act):
    before = times(path)
    tick()
    act()
    return ''.join(letter for letter, one, other in zip('amc', before, times(path)) if one != other)


def make_due(path):
    utimensat(path, (OLD, (0, UTIME_OMIT)), 0x100)


def files(t, moves):
    path = t.file('file', b'data' * 3000)
    get = lambda: read(path)
    t.check('first read of a new file', moved(path, get), moves)
    for title, change in [
        ('write', lambda: write(path, b'more' * 3000)),
        ('chmod', lambda: os.chmod(path, 0o640)),
        ('rename', lambda: (os.rename(path, t.path('moved')), os.rename(t.path('moved'), path))),
        ('link', lambda: os.link(path, t.path('second'))),
        ('truncate', lambda: os.truncate(path, 5000)),
        ('setxattr', lambda: os.setxattr(path, 'user.a', b'1')),
        ('atime set to long ago', lambda: make_due(path)),
        ('mtime set to now', lambda: utimensat(path, ((0, UTIME_OMIT), (0, UTIME_NOW)))),
    ]:
        tick()
        change()
        tick()
        t.check(f'first read after {title}', moved(path, get), moves)
        t.check(f'next read after {title}', moved(path, get), '')
    utimensat(path, (FUTURE, (0, UTIME_OMIT)))
    t.check('read with an atime to come', moved(path, get), '')
    if t.keeps_access_times:
        make_due(path)
        get()
        t.check('the new atime is later than the last change', times(path)[0] >= times(path)[2], True)


def ways(t, moves):
    """However data is read, that it was is seen."""
    path = t.file('ways', b'data' * 3000)
    target = t.file('target')

    def opened(act, flags=os.O_RDONLY):
        fd = os.open(path, flags)
        try:
            return act(fd)
        finally:
            os.close(fd)

    def mapped(fd):
        with mmap.mmap(fd, 4096, mmap.MAP_SHARED, mmap.PROT_READ) as view:
            return view[0]

    def into_target(call):
        out = os.open(target, os.O_WRONLY)
        try:
            opened(lambda fd: call(out, fd))
        finally:
            os.close(out)

    for title, act in [
        ('read', lambda: opened(lambda fd: os.read(fd, 1))),
        ('pread', lambda: opened(lambda fd: os.pread(fd, 10, 5000))),
        ('readv', lambda: opened(lambda fd: os.readv(fd, [bytearray(3), bytearray(9)]))),
        ('read and write', lambda: opened(lambda fd: os.read(fd, 1), os.O_RDWR)),
        ('mmap', lambda: opened(mapped)),
        ('sendfile', lambda: into_target(lambda out, fd: os.sendfile(out, fd, 0, 4000))),
        ('copy_file_range', lambda: into_target(lambda out, fd: os.copy_file_range(fd, out, 4000))),
        ('another user', lambda: in_child(read, path, user=MEMBER)),
    ]:
        make_due(path)
        t.check(f'{title}: moves', moved(path, act), moves)
        t.check(f'{title}: once', moved(path, act), '')


def untouched(t):
    path = t.file('untouched', b'data')
    for title, act in [
        ('open and close', lambda: os.close(os.open(path, os.O_RDONLY))),
        ('open to write', lambda: os.close(os.open(path, os.O_RDWR))),
        ('stat', lambda: os.stat(path)),
        ('access', lambda: os.access(path, os.R_OK)),
        ('listxattr', lambda: os.listxattr(path)),
        ('read with O_NOATIME', lambda: without_atime(path)),
    ]:
        make_due(path)
        t.check(f'{title}: leaves atime alone', moved(path, act), '')
    make_due(path)
    fd = os.open(path, os.O_WRONLY)
    t.check('write: leaves atime alone', moved(path, lambda: os.write(fd, b'x')), 'mc')
    os.close(fd)


def without_atime(path):
    fd = os.open(path, os.O_RDONLY | os.O_NOATIME)
    os.read(fd, 9) if not os.path.isdir(path) else os.listdir(fd)
    os.close(fd)


def directories(t, moves):
    base = t.folder('dir')
    listing = lambda: os.listdir(base)
    t.check('first listing of a new directory', moved(base, listing), moves)
    t.check('next listing', moved(base, listing), '')
    tick()
    write(os.path.join(base, 'entry'), b'')
    tick()
    t.check('first listing after an entry', moved(base, listing), moves)
    t.check('next listing after an entry', moved(base, listing), '')
    make_due(base)
    t.check('listing with O_NOATIME', moved(base, lambda: without_atime(base)), '')
    t.check('look-up in a directory', moved(base, lambda: os.stat(os.path.join(base, 'entry'))), '')


def links(t, moves):
    path = t.path('link')
    os.symlink('file', path)
    tick()
    t.check('first readlink', moved(path, lambda: os.readlink(path)), moves)
    t.check('next readlink', moved(path, lambda: os.readlink(path)), '')


def elsewhere(t, moves):
    """Each mount sees what was read through the other."""
    here, there = t.file('shared', b'data' * 3000), os.path.join(t.other, 'shared')
    read(here), read(there)
    for mount, reader, seer in [('one', here, there), ('the other', there, here)]:
        make_due(seer)
        tick()
        t.check(f'read through {mount}: seen there', moved(reader, lambda: read(reader)), moves)
        t.check(f'read through {mount}: shown alike', times(here), times(there))
        t.check(f'read through {mount}: not due for the rest', moved(seer, lambda: read(seer)), '')
