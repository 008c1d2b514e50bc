"""chmod and chown: who may, and EPERM against EACCES."""
import os

from harness import MEMBER, OWNER, ROOT, STRANGER, in_child, permissions


def run(t):
    modes(t)
    chown(t)
    who(t)
    refusals(t)


def modes(t):
    file, folder = t.file('file'), t.folder('folder')
    for mode in sorted({0, 0o7777, *(1 << bit for bit in range(12)), *(0o777 ^ (1 << bit) for bit in range(9)), 0o644, 0o755}):
        for path in (file, folder):
            os.chmod(path, mode)
            t.check(f'chmod {mode:o} of {path[-6:]}', permissions(path), mode)
    fd = os.open(file, os.O_RDONLY)
    os.fchmod(fd, 0o640)
    t.check('fchmod', permissions(file), 0o640)
    os.symlink('file', t.path('link'))
    os.chmod(t.path('link'), 0o604)
    t.check('chmod through a link', (permissions(file), permissions(t.path('link'))), (0o604, 0o777))
    os.chown(t.path('link'), 5, 6, follow_symlinks=False)
    info, target = os.lstat(t.path('link')), os.stat(file)
    t.check('lchown', (info.st_uid, info.st_gid, target.st_uid), (5, 6, 0))
    os.close(fd)


def chown(t):
    for uid, gid, want in [(1, 2, (1, 2)), (-1, 7, (1, 7)), (8, -1, (8, 7)), (-1, -1, (8, 7)), (0, 0, (0, 0)),
                           (4294967294, 4294967294, (4294967294, 4294967294)), (65536, 100000, (65536, 100000))]:
        path = t.path('file')
        os.chown(path, uid, gid)
        info = os.stat(path)
        t.check(f'chown {uid}:{gid}', (info.st_uid, info.st_gid), want)


def who(t):
    """Who may do what to OWNER's file: rows of call and outcomes for root, owner, group member, stranger."""
    path, times = t.path('theirs'), (1, 1)
    rows = {
        'chmod': (lambda: os.chmod(path, 0o640), 'ok ok EPERM EPERM'),
        'chmod to what it is': (lambda: os.chmod(path, 0o664), 'ok ok EPERM EPERM'),
        'chown to self': (lambda: os.chown(path, os.geteuid(), -1), 'ok ok EPERM EPERM'),
        'chown to another': (lambda: os.chown(path, 3999, -1), 'ok EPERM EPERM EPERM'),
        'chown to the owner it has': (lambda: os.chown(path, OWNER[0], -1), 'ok ok EPERM EPERM'),
        'chgrp to a supplementary group': (lambda: os.chown(path, -1, OWNER[2][1]), 'ok ok EPERM EPERM'),
        'chgrp to a foreign group': (lambda: os.chown(path, -1, 4999), 'ok EPERM EPERM EPERM'),
        'chgrp to the group it has': (lambda: os.chown(path, -1, OWNER[1]), 'ok ok EPERM EPERM'),
        'chown to nothing': (lambda: os.chown(path, -1, -1), 'ok ok ok ok'),
        'utime with times': (lambda: os.utime(path, times), 'ok ok EPERM EPERM'),
        'utime now': (lambda: os.utime(path), 'ok ok ok EACCES'),
        'truncate': (lambda: os.truncate(path, 0), 'ok ok ok EACCES'),
        'setxattr': (lambda: os.setxattr(path, 'user.x', b'1'), 'ok ok ok EACCES'),
        'getxattr of none': (lambda: os.getxattr(path, 'user.none'), 'ENODATA ENODATA ENODATA ENODATA'),
        'trusted xattr': (lambda: os.setxattr(path, 'trusted.x', b'1'), 'ok EPERM EPERM EPERM'),
        'exec bit missing': (lambda: os.execv(path, ['x']), 'EACCES EACCES EACCES EACCES'),
        'read': (lambda: os.close(os.open(path, os.O_RDONLY)), 'ok ok ok ok'),
        'write': (lambda: os.close(os.open(path, os.O_WRONLY)), 'ok ok ok EACCES'),
    }
    for title, (call, wanted) in rows.items():
        for user, name, want in zip((ROOT, OWNER, MEMBER, STRANGER), ('root', 'owner', 'member', 'stranger'), wanted.split()):
            t.file('theirs', b'12', 0o664, OWNER[0], OWNER[1])
            t.err_as(user, f'{title} by {name}', want, call)


def refusals(t):
    """EACCES is what the bits forbid, EPERM what only the owner or root may."""
    shut = t.folder('shut', 0o700)
    t.file('shut/file', b'', 0o777), t.folder('shut/dir', 0o777)
    inside = os.path.join(shut, 'file')
    for title, call in {
        'stat': lambda: os.stat(inside), 'open': lambda: os.open(inside, 0), 'chmod': lambda: os.chmod(inside, 0),
        'chown': lambda: os.chown(inside, 1, 1), 'unlink': lambda: os.unlink(inside), 'rename': lambda: os.rename(inside, inside + 'x'),
        'link': lambda: os.link(inside, inside + 'l'), 'mkdir': lambda: os.mkdir(inside + 'd'), 'truncate': lambda: os.truncate(inside, 0),
        'utime': lambda: os.utime(inside), 'readlink': lambda: os.readlink(inside), 'rmdir': lambda: os.rmdir(shut + '/dir'),
        'symlink': lambda: os.symlink('x', inside + 's'), 'mkfifo': lambda: os.mkfifo(inside + 'f'), 'chdir': lambda: os.chdir(shut),
        'listxattr': lambda: os.listxattr(inside), 'statvfs': lambda: os.statvfs(inside), 'missing': lambda: os.stat(shut + '/none'),
    }.items():
        t.err_as(STRANGER, f'{title} behind a shut directory', 'EACCES', call)
        t.err_as(OWNER, f'{title} behind a shut directory, another user', 'EACCES', call)
    fd = os.open(inside, os.O_RDONLY)
    t.check('a descriptor opened before still works', in_child(lambda: os.fstat(fd).st_size, user=STRANGER), 0)
    t.err_as(STRANGER, 'fchmod by a stranger', 'EPERM', os.fchmod, fd, 0o777)
    t.err_as(STRANGER, 'fchown by a stranger', 'EPERM', os.fchown, fd, 1, 1)
    os.close(fd)
