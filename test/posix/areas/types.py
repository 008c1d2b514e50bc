"""mknod and what each type of file can do."""
import os
import socket
import stat

from harness import OWNER, STRANGER, opened, outcome, permissions

TYPES = {'regular': stat.S_IFREG, 'fifo': stat.S_IFIFO, 'socket': stat.S_IFSOCK, 'char': stat.S_IFCHR, 'block': stat.S_IFBLK}
DEVICES = [(0, 0), (1, 3), (7, 99), (255, 255), (259, 300), (4095, 1048575)]


def run(t):
    for name, kind in TYPES.items():
        for mode, umask in ((0o644, 0), (0o7777, 0), (0o777, 0o027), (0, 0)):
            path = t.path(f'{name}-{mode:o}-{umask:o}')
            os.umask(umask)
            os.mknod(path, kind | mode, os.makedev(1, 3))
            os.umask(0o022)
            info = os.lstat(path)
            t.check(f'{name} {mode:o}: type', stat.S_IFMT(info.st_mode), kind)
            t.check(f'{name} {mode:o}: mode', info.st_mode & 0o7777, mode & ~umask)
            t.check(f'{name} {mode:o}: links, size', (info.st_nlink, info.st_size), (1, 0))
            t.check(f'{name} {mode:o}: rdev', info.st_rdev, os.makedev(1, 3) if name in ('char', 'block') else 0)
            t.err(f'{name} {mode:o}: once more', 'EEXIST', os.mknod, path, kind | mode)
            t.err(f'{name} {mode:o}: rename', 'ok', os.rename, path, path + 'r')
            t.err(f'{name} {mode:o}: link', 'ok', os.link, path + 'r', path)
            t.check(f'{name} {mode:o}: two links', os.lstat(path).st_nlink, 2)
            t.err(f'{name} {mode:o}: chmod', 'ok', os.chmod, path, 0o600)
            t.check(f'{name} {mode:o}: new mode', permissions(path + 'r'), 0o600)
            t.err(f'{name} {mode:o}: unlink', 'ok', os.unlink, path)
            t.err(f'{name} {mode:o}: rmdir', 'ENOTDIR', os.rmdir, path + 'r')
    devices(t)
    errors(t)
    pipes(t)


def devices(t):
    for major, minor in DEVICES:
        for name, kind in (('c', stat.S_IFCHR), ('b', stat.S_IFBLK)):
            path = t.path(f'{name}{major}-{minor}')
            os.mknod(path, kind | 0o600, os.makedev(major, minor))
            t.check(f'{name} {major}:{minor}', os.stat(path).st_rdev, os.makedev(major, minor))
    os.chmod(t.path('c1-3'), 0o666)
    t.check('a device works', device_works(t.path('c1-3')), b'')
    t.err('a device without driver', 'ENXIO', opened, t.path('c4095-1048575'), os.O_RDONLY)


def device_works(path):
    fd = os.open(path, os.O_RDWR)
    os.write(fd, b'into nothing')
    data = os.read(fd, 10)
    os.close(fd)
    return data


def errors(t):
    t.folder('free', 0o777), t.file('file')
    t.table([
        ('mknod of a directory', 'EPERM', lambda: os.mknod(t.path('d'), stat.S_IFDIR | 0o755)),
        ('mknod of a link', 'EINVAL', lambda: os.mknod(t.path('l'), stat.S_IFLNK | 0o755)),
        ('mknod of no type is a file', 'ok', lambda: os.mknod(t.path('plain'), 0o600)),
        ('mknod under a file', 'ENOTDIR', lambda: os.mknod(t.path('file', 'x'), 0o600)),
        ('mknod under nothing', 'ENOENT', lambda: os.mknod(t.path('none', 'x'), 0o600)),
        ('mkfifo over a file', 'EEXIST', lambda: os.mkfifo(t.path('file'))),
    ])
    t.check('that file', stat.S_ISREG(os.stat(t.path('plain')).st_mode), True)
    t.table_as(STRANGER, [
        ('char device as a user', 'EPERM', lambda: os.mknod(t.path('free', 'c'), stat.S_IFCHR | 0o600, os.makedev(1, 3))),
        ('block device as a user', 'EPERM', lambda: os.mknod(t.path('free', 'b'), stat.S_IFBLK | 0o600, os.makedev(7, 0))),
        ('fifo as a user', 'ok', lambda: os.mkfifo(t.path('free', 'f'))),
        ('socket as a user', 'ok', lambda: os.mknod(t.path('free', 's'), stat.S_IFSOCK | 0o600)),
        ('file as a user', 'ok', lambda: os.mknod(t.path('free', 'r'), 0o600)),
        ('fifo in a directory of others', 'EACCES', lambda: os.mkfifo(t.path('nope'))),
    ])
    info = os.stat(t.path('free', 'f'))
    t.check('whose the fifo is', (info.st_uid, info.st_gid), STRANGER[:2])
    t.err_as(OWNER, 'opened by another', 'EACCES', opened, t.path('free', 'r'), os.O_RDONLY)


def pipes(t):
    path = t.path('pipe')
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(path, os.O_WRONLY)
    os.write(writer, b'through')
    t.check('through a fifo', os.read(reader, 10), b'through')
    t.err('a fifo has no position', 'ESPIPE', os.lseek, reader, 0, 0)
    os.close(reader), os.close(writer)
    os.chdir(t.dir)
    server, client = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    server.bind('listen'), server.listen(), client.connect('listen')
    client.send(b'hello')
    t.check('through a socket', server.accept()[0].recv(10), b'hello')
    t.check('bound twice', outcome(socket.socket(socket.AF_UNIX).bind, 'listen'), 'EADDRINUSE')
    server.close(), client.close()
    t.check('a socket nobody listens to', outcome(socket.socket(socket.AF_UNIX).connect, 'listen'), 'ECONNREFUSED')
    os.chdir('/')
