"""mkdir, rmdir, link counts, `.` and `..`, and directories that are gone but open."""
import os

from calls import getdents
from harness import OWNER, STRANGER, opened, outcome, permissions, write

CREATE = os.O_CREAT | os.O_WRONLY


def run(t):
    errors(t)
    counts(t)
    dots(t)
    removed(t)
    rights(t)
    modes(t)


def errors(t):
    t.file('file'), t.folder('dir'), t.folder('full'), write(t.path('full', 'x'), b'')
    os.symlink('dir', t.path('to-dir')), os.symlink('gone', t.path('dangling'))
    at = t.path
    t.table([
        ('mkdir over a file', 'EEXIST', lambda: os.mkdir(at('file'))),
        ('mkdir over a directory', 'EEXIST', lambda: os.mkdir(at('dir'))),
        ('mkdir over a link', 'EEXIST', lambda: os.mkdir(at('to-dir'))),
        ('mkdir over a dangling link', 'EEXIST', lambda: os.mkdir(at('dangling'))),
        ('mkdir under a file', 'ENOTDIR', lambda: os.mkdir(at('file', 'x'))),
        ('mkdir under nothing', 'ENOENT', lambda: os.mkdir(at('gone', 'x'))),
        ('mkdir .', 'EEXIST', lambda: os.mkdir(at('dir', '.'))),
        ('mkdir ..', 'EEXIST', lambda: os.mkdir(at('dir', '..'))),
        ('mkdir with a slash behind', 'ok', lambda: os.mkdir(at('slash/'))),
        ('rmdir with a slash behind', 'ok', lambda: os.rmdir(at('slash/'))),
        ('rmdir of a file', 'ENOTDIR', lambda: os.rmdir(at('file'))),
        ('rmdir of a link', 'ENOTDIR', lambda: os.rmdir(at('to-dir'))),
        ('rmdir of nothing', 'ENOENT', lambda: os.rmdir(at('gone'))),
        ('rmdir .', 'EINVAL', lambda: os.rmdir(at('dir', '.'))),
        ('rmdir ..', 'ENOTEMPTY', lambda: os.rmdir(at('dir', '..'))),
        ('rmdir of a full one', 'ENOTEMPTY', lambda: os.rmdir(at('full'))),
        ('unlink of a directory', 'EISDIR', lambda: os.unlink(at('dir'))),
        ('unlink .', 'EISDIR', lambda: os.unlink(at('dir', '.'))),
        ('listing a file', 'ENOTDIR', lambda: os.listdir(at('file'))),
        ('truncating a directory', 'EISDIR', lambda: os.truncate(at('dir'), 0)),
        ('chdir to a file', 'ENOTDIR', lambda: os.chdir(at('file'))),
        ('link to a directory', 'EPERM', lambda: os.link(at('dir'), at('hard'))),
    ])


def counts(t):
    top = t.folder('top')
    t.check('an empty directory has two links', os.stat(top).st_nlink, 2)
    for number in range(10):
        os.mkdir(os.path.join(top, str(number)))
        t.check(f'{number + 1} subdirectories', os.stat(top).st_nlink, 3 + number)
    opened(os.path.join(top, 'file'), CREATE)
    os.symlink('0', os.path.join(top, 'link'))
    t.check('files and links count nothing', os.stat(top).st_nlink, 12)
    for number in range(10):
        os.rmdir(os.path.join(top, str(number)))
        t.check(f'{9 - number} subdirectories left', os.stat(top).st_nlink, 11 - number)


def dots(t):
    inner = t.folder('outer') and os.path.join(t.path('outer'), 'inner')
    os.mkdir(inner)
    t.check('. is itself', os.stat(inner + '/.').st_ino, os.stat(inner).st_ino)
    t.check('.. is the parent', os.stat(inner + '/..').st_ino, os.stat(t.path('outer')).st_ino)
    t.check('.. of a renamed directory', moved_parent(t, inner), os.stat(t.dir).st_ino)
    t.check('dots are not in listdir', os.listdir(t.path('outer')), [])
    fd = os.open(t.path('moved'), os.O_RDONLY)
    listed = {name: (kind, ino) for name, kind, _, ino in getdents(fd)}
    t.check('dots are in getdents', sorted(listed), [b'.', b'..'])
    t.check('. as listed', listed[b'.'], (4, os.stat(t.path('moved')).st_ino))
    t.check('.. as listed', listed[b'..'], (4, os.stat(t.dir).st_ino))
    os.close(fd)


def moved_parent(t, inner):
    os.rename(inner, t.path('moved'))
    return os.stat(t.path('moved', '..')).st_ino


def removed(t):
    path = t.folder('short-lived')
    fd = os.open(path, os.O_RDONLY)
    os.rmdir(path)
    t.check('no link is left', os.fstat(fd).st_nlink, 0)
    t.table([
        ('create in a removed directory', 'ENOENT', lambda: os.open('x', CREATE, dir_fd=fd)),
        ('mkdir in a removed directory', 'ENOENT', lambda: os.mkdir('x', dir_fd=fd)),
        ('symlink in a removed directory', 'ENOENT', lambda: os.symlink('x', 'x', dir_fd=fd)),
        ('link into a removed directory', 'ENOENT', lambda: os.link(t.path('file'), 'x', dst_dir_fd=fd)),
        ('rename into a removed directory', 'ENOENT', lambda: os.rename(t.path('file'), 'x', dst_dir_fd=fd)),
        ('look-up in a removed directory', 'ENOENT', lambda: os.stat('x', dir_fd=fd)),
        ('fchmod of a removed directory', 'ok', lambda: os.fchmod(fd, 0o700)),
        ('utime of a removed directory', 'ok', lambda: os.utime(fd)),
    ])
    t.check('it lists as empty', os.listdir(fd), [])
    t.err('the name can be used anew', 'ok', os.mkdir, path)
    t.check('another inode', os.stat(path).st_ino != os.fstat(fd).st_ino, True)
    os.close(fd)


def rights(t):
    """Each combination of bits on a directory, as a stranger."""
    for mode in range(8):
        path = t.folder(f'rights{mode}', 0o700 | mode)
        write(os.path.join(path, 'inside'), b''), write(os.path.join(path, 'stays'), b''), os.mkdir(os.path.join(path, 'dir'))
        can = {bit: bool(mode & bit) for bit in (1, 2, 4)}
        changes = 'ok' if can[1] and can[2] else 'EACCES'
        inside = lambda name, path=path: os.path.join(path, name)
        t.table_as(STRANGER, [
            (f'bits {mode}: list', 'ok' if can[4] else 'EACCES', lambda: os.listdir(path)),
            (f'bits {mode}: look up', 'ok' if can[1] else 'EACCES', lambda: os.stat(inside('inside'))),
            (f'bits {mode}: look up nothing', 'ENOENT' if can[1] else 'EACCES', lambda: os.stat(inside('none'))),
            (f'bits {mode}: chdir', 'ok' if can[1] else 'EACCES', lambda: os.chdir(path)),
            (f'bits {mode}: create', changes, lambda: opened(inside('new'), CREATE)),
            (f'bits {mode}: mkdir', changes, lambda: os.mkdir(inside('new-dir'))),
            (f'bits {mode}: rename', changes, lambda: os.rename(inside('inside'), inside('moved'))),
            (f'bits {mode}: unlink', changes, lambda: os.unlink(inside('stays'))),
            (f'bits {mode}: rmdir', changes, lambda: os.rmdir(inside('dir'))),
        ])


def modes(t):
    for umask, mode, want in [(0o022, 0o777, 0o755), (0, 0o777, 0o777), (0o077, 0o777, 0o700), (0o777, 0o777, 0),
                              (0o022, 0o1777, 0o1755), (0, 0o7777, 0o1777), (0o022, 0, 0)]:
        os.umask(umask)
        name = t.path(f'mode-{umask:o}-{mode:o}')
        os.mkdir(name, mode)
        t.check(f'mkdir {mode:o} under umask {umask:o}', permissions(name), want)
    os.umask(0o022)
    t.err_as(OWNER, 'root may not be kept out, but others are', 'EACCES', os.listdir, t.path('mode-777-777'))
    t.check('root', outcome(os.listdir, t.path('mode-777-777')), 'ok')
