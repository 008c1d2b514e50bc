"""open(2): which flags do what, and which errno when not."""
import os
import socket

from calls import O_TMPFILE
from harness import OWNER, STRANGER, opened, outcome, read, write

R, W, RW = os.O_RDONLY, os.O_WRONLY, os.O_RDWR
CREAT, EXCL, TRUNC, APPEND, DIRECTORY = os.O_CREAT, os.O_EXCL, os.O_TRUNC, os.O_APPEND, os.O_DIRECTORY
NOFOLLOW, PATH = os.O_NOFOLLOW, os.O_PATH


def run(t):
    targets(t)
    effects(t)
    append(t)
    wrong_descriptors(t)
    modes(t)


def targets(t):
    """Each kind of thing under a name, opened in each way."""
    t.file('file', b'x'), t.folder('dir'), os.mkfifo(t.path('fifo'))
    os.symlink('file', t.path('to-file')), os.symlink('dir', t.path('to-dir'))
    os.symlink('nothing', t.path('dangling')), os.symlink('loop', t.path('loop'))
    listener = socket.socket(socket.AF_UNIX)
    os.chdir(t.dir)
    listener.bind('socket')
    kinds = ('file', 'dir', 'to-file', 'to-dir', 'dangling', 'loop', 'missing', 'socket', 'file/', 'file/x', 'missing/x', 'dir/', 'dir/.', 'dir/..')
    wanted = {
        R: 'ok ok ok ok ENOENT ELOOP ENOENT ENXIO ENOTDIR ENOTDIR ENOENT ok ok ok',
        W: 'ok EISDIR ok EISDIR ENOENT ELOOP ENOENT ENXIO ENOTDIR ENOTDIR ENOENT EISDIR EISDIR EISDIR',
        RW: 'ok EISDIR ok EISDIR ENOENT ELOOP ENOENT ENXIO ENOTDIR ENOTDIR ENOENT EISDIR EISDIR EISDIR',
        R | TRUNC: 'ok EISDIR ok EISDIR ENOENT ELOOP ENOENT ENXIO ENOTDIR ENOTDIR ENOENT EISDIR EISDIR EISDIR',
        R | DIRECTORY: 'ENOTDIR ok ENOTDIR ok ENOENT ELOOP ENOENT ENOTDIR ENOTDIR ENOTDIR ENOENT ok ok ok',
        R | NOFOLLOW: 'ok ok ELOOP ELOOP ELOOP ELOOP ENOENT ENXIO ENOTDIR ENOTDIR ENOENT ok ok ok',
        R | NOFOLLOW | DIRECTORY: 'ENOTDIR ok ENOTDIR ENOTDIR ENOTDIR ENOTDIR ENOENT ENOTDIR ENOTDIR ENOTDIR ENOENT ok ok ok',
        PATH: 'ok ok ok ok ENOENT ELOOP ENOENT ok ENOTDIR ENOTDIR ENOENT ok ok ok',
        PATH | NOFOLLOW: 'ok ok ok ok ok ok ENOENT ok ENOTDIR ENOTDIR ENOENT ok ok ok',
        R | CREAT | EXCL: 'EEXIST EEXIST EEXIST EEXIST EEXIST EEXIST - EEXIST EISDIR ENOTDIR ENOENT EISDIR EEXIST EEXIST',
        R | CREAT: 'ok EISDIR ok EISDIR - ELOOP - ENXIO EISDIR ENOTDIR ENOENT EISDIR EISDIR EISDIR',
        W | CREAT | NOFOLLOW: 'ok EISDIR ELOOP ELOOP ELOOP ELOOP - ENXIO EISDIR ENOTDIR ENOENT EISDIR EISDIR EISDIR',
    }
    for flags, row in wanted.items():
        for kind, want in zip(kinds, row.split()):
            if want != '-':
                t.err(f'open {kind} with {flags:#o}', want, opened, kind, flags)
    t.err('fifo without reader, W|NONBLOCK', 'ENXIO', opened, 'fifo', W | os.O_NONBLOCK)
    t.err('fifo, R|NONBLOCK', 'ok', opened, 'fifo', R | os.O_NONBLOCK)
    t.err('O_CREAT through a dangling link', 'ok', opened, 'dangling', W | CREAT)
    t.check('made what the link names', os.path.isfile('nothing'), True)
    t.err('empty name', 'ENOENT', opened, '', R)
    t.err('O_TMPFILE without write', 'EINVAL', opened, 'dir', O_TMPFILE | R)
    t.err('O_TMPFILE on a file', 'ENOTDIR', opened, 'file', O_TMPFILE | RW)
    t.err('O_DIRECTORY|O_CREAT', 'EINVAL', opened, 'new-dir', R | CREAT | DIRECTORY)


def effects(t):
    for number, (name, flags, before, want) in enumerate([
        ('plain write keeps the rest', W, b'abcdef', b'XYcdef'),
        ('O_TRUNC empties', W | TRUNC, b'abcdef', b'XY'),
        ('O_TRUNC with RDWR', RW | TRUNC, b'abcdef', b'XY'),
        ('O_APPEND adds', W | APPEND, b'abcdef', b'abcdefXY'),
        ('O_APPEND|O_TRUNC', W | APPEND | TRUNC, b'abcdef', b'XY'),
        ('O_CREAT on one that is there', W | CREAT, b'abcdef', b'XYcdef'),
        ('O_CREAT|O_TRUNC on one that is there', W | CREAT | TRUNC, b'abcdef', b'XY'),
        ('O_SYNC', W | os.O_SYNC, b'abcdef', b'XYcdef'),
        ('O_DSYNC|O_APPEND', W | os.O_DSYNC | APPEND, b'abcdef', b'abcdefXY'),
    ]):
        path = t.file(f'effect{number}', before)
        fd = os.open(path, flags)
        t.check(f'{name}: written', os.write(fd, b'XY'), 2)
        os.close(fd)
        t.check(name, read(path), want)
    fd = os.open(t.path('made'), W | CREAT | EXCL, 0o640)
    t.check('a new file is empty', os.fstat(fd).st_size, 0)
    t.check('its mode', os.fstat(fd).st_mode & 0o7777, 0o640)
    t.check('its link count', os.fstat(fd).st_nlink, 1)
    os.close(fd)
    fd = os.open(t.path('mode0'), RW | CREAT, 0)
    t.check('mode 0 does not bind the one who made it', os.write(fd, b'x'), 1)
    os.close(fd)


def append(t):
    path = t.file('append', b'')
    first, second = os.open(path, W | APPEND), os.open(path, W | APPEND)
    for turn in range(10):
        os.write(first, b'a'), os.write(second, b'b')
    t.check('two appenders take turns', read(path), b'ab' * 10)
    os.pwrite(first, b'Z', 0)
    t.check('pwrite with O_APPEND appends', read(path), b'ab' * 10 + b'Z')
    os.ftruncate(first, 3)
    os.write(second, b'!')
    t.check('appended after a truncate', read(path), b'aba!')
    t.check('the position follows', os.lseek(second, 0, os.SEEK_CUR), 4)
    os.close(first), os.close(second)


def wrong_descriptors(t):
    path = t.file('fds', b'data')
    reader, writer, folder, handle = os.open(path, R), os.open(path, W), os.open(t.dir, R), os.open(path, PATH)
    t.table([
        ('write to a reader', 'EBADF', lambda: os.write(reader, b'x')),
        ('read from a writer', 'EBADF', lambda: os.read(writer, 1)),
        ('ftruncate a reader', 'EINVAL', lambda: os.ftruncate(reader, 0)),
        ('read a directory', 'EISDIR', lambda: os.read(folder, 10)),
        ('write a directory', 'EBADF', lambda: os.write(folder, b'x')),
        ('read through O_PATH', 'EBADF', lambda: os.read(handle, 1)),
        ('fchmod through O_PATH', 'EBADF', lambda: os.fchmod(handle, 0o600)),
        ('fsync a directory', 'ok', lambda: os.fsync(folder)),
        ('fdatasync a directory', 'ok', lambda: os.fdatasync(folder)),
        ('fsync a reader', 'ok', lambda: os.fsync(reader)),
        ('seek before the start', 'EINVAL', lambda: os.lseek(reader, -1, os.SEEK_SET)),
        ('seek past the end', 'ok', lambda: os.lseek(reader, 1 << 40, os.SEEK_SET)),
        ('negative pread', 'EINVAL', lambda: os.pread(reader, 1, -1)),
        ('negative pwrite', 'EINVAL', lambda: os.pwrite(writer, b'x', -1)),
        ('read past the end', 'ok', lambda: os.pread(reader, 1, 1 << 40)),
    ])
    t.check('reading past the end gives nothing', os.pread(reader, 10, 4), b'')
    t.check('fstat through O_PATH', os.fstat(handle).st_size, 4)
    for fd in (reader, writer, folder, handle):
        os.close(fd)


def modes(t):
    """Every access mode on every owner's mode, as the owner and as a stranger."""
    for mode in range(8):
        path = t.file(f'own{mode}', b'x', mode << 6, OWNER[0], OWNER[1])
        stranger = t.file(f'other{mode}', b'x', mode, OWNER[0], OWNER[1])
        for who, name in ((OWNER, path), (STRANGER, stranger)):
            rows = [(f'uid {who[0]}, bits {mode}, open {flags}', want, lambda name=name, flags=flags: opened(name, flags))
                    for flags, want in ((R, 'ok' if mode & 4 else 'EACCES'), (W, 'ok' if mode & 2 else 'EACCES'),
                                        (RW, 'ok' if mode & 6 == 6 else 'EACCES'), (PATH, 'ok'),
                                        (R | TRUNC, 'ok' if mode & 6 == 6 else 'EACCES'))]
            t.table_as(who, rows)
    t.err_as(STRANGER, 'O_CREAT in a directory of others', 'EACCES', opened, t.path('nope'), W | CREAT)
    t.err_as(STRANGER, 'O_NOATIME on a file of others', 'EPERM', opened, t.path('fds'), R | os.O_NOATIME)
    t.check('refused O_CREAT leaves nothing', outcome(os.stat, t.path('nope')), 'ENOENT')
    write(t.path('noatime'), b'')
    t.err('O_NOATIME as root', 'ok', opened, t.path('noatime'), R | os.O_NOATIME)
