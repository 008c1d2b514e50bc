"""Files without a name: unlinked while open, and made with O_TMPFILE."""
import os

from calls import AT_EMPTY_PATH, AT_FDCWD, AT_SYMLINK_FOLLOW, O_TMPFILE, linkat
from harness import OWNER, in_child, outcome, read, write

RW = os.O_RDWR


def run(t):
    unlinked(t)
    tmpfile(t)


def unlinked(t):
    path = t.path('gone')
    write(path, b'data')
    first, second = os.open(path, RW), os.open(path, os.O_RDONLY)
    os.setxattr(first, 'user.a', b'1')
    os.unlink(path)
    t.check('no name', outcome(os.stat, path), 'ENOENT')
    t.check('no link', os.fstat(first).st_nlink, 0)
    t.check('read', os.pread(second, 9, 0), b'data')
    os.pwrite(first, b'DATA and more', 0)
    t.check('written, seen by the other', os.pread(second, 99, 0), b'DATA and more')
    os.ftruncate(first, 300_000)
    t.check('grown', os.fstat(second).st_size, 300_000)
    t.table([
        ('fchmod', 'ok', lambda: os.fchmod(first, 0o600)),
        ('fchown', 'ok', lambda: os.fchown(first, 5, 6)),
        ('utime', 'ok', lambda: os.utime(first, (1, 2))),
        ('setxattr', 'ok', lambda: os.setxattr(first, 'user.b', b'2')),
        ('fsync', 'ok', lambda: os.fsync(first)),
        ('link by /proc', 'ENOENT', lambda: linkat(AT_FDCWD, f'/proc/self/fd/{first}', t.path('again'), AT_SYMLINK_FOLLOW)),
        ('link by AT_EMPTY_PATH', 'ENOENT', lambda: linkat(first, '', t.path('again'), AT_EMPTY_PATH)),
    ])
    info = os.fstat(second)
    t.check('attributes', (info.st_mode & 0o7777, info.st_uid, info.st_mtime), (0o600, 5, 2))
    t.check('xattrs', sorted(os.listxattr(second)), ['user.a', 'user.b'])
    write(path, b'another')
    t.check('the name anew is another file', (read(path), os.stat(path).st_ino != info.st_ino), (b'another', True))
    os.close(first)
    t.check('still there for the second', os.pread(second, 4, 0), b'DATA')
    t.check('and through /proc', read(f'/proc/self/fd/{second}')[:4], b'DATA')
    os.close(second)
    for number in range(20):
        write(t.path(f'm{number}'), b'%d' % number)
    fds = [os.open(t.path(f'm{number}'), RW) for number in range(20)]
    for number in range(20):
        os.unlink(t.path(f'm{number}'))
    t.check('twenty at once', [os.read(fd, 9) for fd in fds], [b'%d' % number for number in range(20)])
    for fd in fds:
        os.close(fd)


def tmpfile(t):
    fd = os.open(t.dir, O_TMPFILE | RW, 0o640)
    info = os.fstat(fd)
    t.check('O_TMPFILE: mode, links, size', (info.st_mode & 0o7777, info.st_nlink, info.st_size), (0o640, 0, 0))
    t.check('O_TMPFILE: not listed', [name for name in os.listdir(t.dir) if name not in ('gone',)], [])
    os.write(fd, b'temporary')
    t.table([
        ('linkat by AT_EMPTY_PATH', 'ok', lambda: linkat(fd, '', t.path('named'), AT_EMPTY_PATH)),
        ('linkat a second time', 'ok', lambda: linkat(AT_FDCWD, f'/proc/self/fd/{fd}', t.path('named2'), AT_SYMLINK_FOLLOW)),
        ('linkat over a name', 'EEXIST', lambda: linkat(fd, '', t.path('named'), AT_EMPTY_PATH)),
    ])
    t.check('named', (read(t.path('named')), os.fstat(fd).st_nlink), (b'temporary', 2))
    os.write(fd, b' no more')
    t.check('and written on', read(t.path('named2')), b'temporary no more')
    os.close(fd)
    t.check('stays', read(t.path('named')), b'temporary no more')
    os.unlink(t.path('named')), os.unlink(t.path('named2'))
    fd = os.open(t.dir, O_TMPFILE | os.O_WRONLY | os.O_EXCL, 0o600)
    t.err('with O_EXCL it never gets a name', 'ENOENT', linkat, AT_FDCWD, f'/proc/self/fd/{fd}', t.path('no'), AT_SYMLINK_FOLLOW)
    os.close(fd)
    fd = os.open(t.dir, O_TMPFILE | RW)
    os.close(fd)
    shared = t.folder('shared', 0o777)
    t.check('owner', in_child(lambda: os.fstat(os.open(shared, O_TMPFILE | RW)).st_uid, user=OWNER), OWNER[0])
    t.err_as(OWNER, 'in a directory of others', 'EACCES', os.open, t.dir, O_TMPFILE | RW)
    t.check('a shared directory stays empty', os.listdir(shared), [])
