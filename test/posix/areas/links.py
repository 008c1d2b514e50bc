"""Hard links, symbolic links."""
import os

from calls import AT_FDCWD, AT_SYMLINK_FOLLOW, linkat
from harness import OWNER, STRANGER, in_child, opened, outcome, permissions, read, write


def run(t):
    hard(t)
    symbolic(t)
    loops(t)
    through(t)


def hard(t):
    at = t.path
    write(at('a'), b'one'), t.folder('d'), os.symlink('a', at('s'))
    os.mkfifo(at('p'))
    t.table([
        ('link', 'ok', lambda: os.link(at('a'), at('b'))),
        ('link over a name', 'EEXIST', lambda: os.link(at('a'), at('b'))),
        ('link over itself', 'EEXIST', lambda: os.link(at('a'), at('a'))),
        ('link over a directory', 'EEXIST', lambda: os.link(at('a'), at('d'))),
        ('link to nothing', 'ENOENT', lambda: os.link(at('none'), at('x'))),
        ('link under a file', 'ENOTDIR', lambda: os.link(at('a'), at('b/x'))),
        ('link under nothing', 'ENOENT', lambda: os.link(at('a'), at('none/x'))),
        ('link to a directory', 'EPERM', lambda: os.link(at('d'), at('x'))),
        ('link to .', 'EPERM', lambda: os.link(at('d/.'), at('x'))),
        ('link with a slash', 'ENOENT', lambda: os.link(at('a'), at('x/'))),
        ('link to another file system', 'EXDEV', lambda: os.link(at('a'), '/dev/hafs-test')),
        ('link to a fifo', 'ok', lambda: os.link(at('p'), at('p2'))),
        ('link to a symlink', 'ok', lambda: os.link(at('s'), at('s2'), follow_symlinks=False)),
        ('link through a symlink', 'ok', lambda: linkat(AT_FDCWD, at('s'), at('s3'), AT_SYMLINK_FOLLOW)),
        ('link by a descriptor', 'ok', lambda: by_descriptor(at('a'), at('fd-link'))),
    ])
    t.check('the symlink has two names', (os.lstat(at('s2')).st_nlink, os.readlink(at('s2'))), (2, 'a'))
    t.check('s3 is the file', os.lstat(at('s3')).st_ino, os.stat(at('a')).st_ino)
    t.check('links', os.stat(at('a')).st_nlink, 4)
    os.chmod(at('b'), 0o604), write(at('b'), b'two')
    t.check('one inode: mode and data', (permissions(at('a')), read(at('s3'))), (0o604, b'two'))
    os.unlink(at('a'))
    t.check('the others stay', (os.stat(at('b')).st_nlink, read(at('b'))), (3, b'two'))
    for number in range(200):
        os.link(at('b'), at(f'many{number}'))
    t.check('203 names', os.stat(at('b')).st_nlink, 203)
    for number in range(200):
        os.unlink(at(f'many{number}'))
    t.check('3 names', os.stat(at('b')).st_nlink, 3)
    t.file('strange', b'', 0o644, *STRANGER[:2]), t.folder('open-to-all', 0o777)
    t.err_as(STRANGER, 'a stranger links what is theirs into a directory of others', 'EACCES', os.link, at('strange'), at('no'))
    t.err_as(STRANGER, 'and into one that is open to all', 'ok', os.link, at('strange'), at('open-to-all/strange'))
    # fs.protected_hardlinks: who may not both read and write what others own gives it no further names.
    protected = read('/proc/sys/fs/protected_hardlinks') == b'1\n'
    for mode, want in ((0o604, 'EPERM' if protected else 'ok'), (0o606, 'ok'), (0o4606, 'EPERM' if protected else 'ok')):
        t.file('of-root', b'', mode)
        t.err_as(STRANGER, f'a stranger links what is root\'s, of mode {mode:o}', want, os.link, at('of-root'), at(f'open-to-all/{mode:o}'))


def by_descriptor(path, new):
    fd = os.open(path, os.O_RDONLY)
    linkat(AT_FDCWD, f'/proc/self/fd/{fd}', new, AT_SYMLINK_FOLLOW)
    os.close(fd)


def symbolic(t):
    base = os.fsencode(t.folder('sym'))
    for number, target in enumerate([b'a', b'/', b'.', b'..', b'../..', b'none', b'a/b/c', b'\xff\xfe', b' ', b'/a' * 500, b'x' * 255,
                                     b'x' * 4095, 'ü'.encode(), b'a//b/', b'\n']):
        link = base + b'/%d' % number
        os.symlink(target, link)
        info = os.lstat(link)
        t.check(f'target {target[:8]!r}', os.readlink(link), target)
        t.check(f'size of {target[:8]!r}', info.st_size, len(target))
        t.check(f'mode of {target[:8]!r}', info.st_mode & 0o7777, 0o777)
        t.check(f'links of {target[:8]!r}', info.st_nlink, 1)
    at = t.path
    t.file('plain')
    t.table([
        ('empty target', 'ENOENT', lambda: os.symlink('', at('x'))),
        ('target of 4,096 bytes', 'ENAMETOOLONG', lambda: os.symlink('x' * 4096, at('x'))),
        ('over a name', 'EEXIST', lambda: os.symlink('x', at('plain'))),
        ('over a dangling link', 'EEXIST', lambda: os.symlink('x', base + b'/5')),
        ('readlink of a file', 'EINVAL', lambda: os.readlink(at('plain'))),
        ('readlink of a directory', 'EINVAL', lambda: os.readlink(at('sym'))),
        ('readlink of nothing', 'ENOENT', lambda: os.readlink(at('none'))),
        ('stat of a dangling link', 'ENOENT', lambda: os.stat(base + b'/5')),
        ('a target with too long a name', 'ENOENT', lambda: os.stat(base + b'/10')),
        ('a target too long to follow', 'ENAMETOOLONG', lambda: os.stat(base + b'/11')),
        ('unlink of a link', 'ok', lambda: os.unlink(base + b'/5')),
    ])


def loops(t):
    at = t.path
    os.symlink('l2', at('l1')), os.symlink('l1', at('l2')), os.symlink('self', at('self')), os.symlink('self/x', at('in-self'))
    for name, call in {'stat': os.stat, 'open': lambda p: os.open(p, 0), 'chmod': lambda p: os.chmod(p, 0), 'listdir': os.listdir,
                       'truncate': lambda p: os.truncate(p, 0), 'mkdir under': lambda p: os.mkdir(p + '/x'),
                       'unlink under': lambda p: os.unlink(p + '/x'), 'chown': lambda p: os.chown(p, 0, 0),
                       'getxattr': lambda p: os.getxattr(p, 'user.x')}.items():
        for link in ('l1', 'self', 'in-self'):
            t.err(f'{name} through {link}', 'ELOOP', call, at(link))
    t.err('lstat', 'ok', os.lstat, at('self'))
    t.err('unlink', 'ok', os.unlink, at('self'))
    write(at('end'), b'end')
    os.symlink('end', at('c0'))
    for number in range(1, 45):
        os.symlink(f'c{number - 1}', at(f'c{number}'))
    t.check('40 links', read(at('c39')), b'end')
    t.err('41 links', 'ELOOP', os.stat, at('c40'))


def through(t):
    at = t.path
    t.folder('real'), os.symlink('real', at('way')), write(at('real/f'), b'f')
    t.check('through a link to a directory', read(at('way/f')), b'f')
    t.check('`..` behind a link is the target\'s', os.stat(at('way/..')).st_ino, os.stat(t.dir).st_ino)
    os.mkdir(at('way/made'))
    t.check('made through a link', os.path.isdir(at('real/made')), True)
    os.rename(at('way'), at('way2'))
    t.check('rename moves the link', (os.path.islink(at('way2')), os.path.isdir(at('real'))), (True, True))
    t.check('lstat with a slash follows', os.lstat(at('way2/')).st_ino, os.stat(at('real')).st_ino)
    in_child(lambda: os.symlink('x', at('real/none')), user=None)
    t.err('O_EXCL does not follow', 'EEXIST', opened, at('real/none'), os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    t.check('and makes nothing', outcome(os.lstat, at('real/x')), 'ENOENT')
    os.mkdir(at('open'), 0o777), os.chmod(at('open'), 0o777)
    in_child(lambda: os.symlink('t', at('open/mine')), user=OWNER)
    info = os.lstat(at('open/mine'))
    t.check('whose the link is', (info.st_uid, info.st_gid), OWNER[:2])
