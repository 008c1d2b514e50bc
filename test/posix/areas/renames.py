"""rename and renameat2."""
import os

from calls import EXCHANGE, NOREPLACE, renameat2
from harness import OWNER, STRANGER, outcome, read, write

KINDS = ('file', 'dir', 'full', 'link', 'fifo', 'none')


def make(t, path, kind):
    if kind == 'file':
        write(path, b'content')
    elif kind in ('dir', 'full'):
        os.mkdir(path)
        if kind == 'full':
            write(path + '/x', b'')
    elif kind == 'link':
        os.symlink('target', path)
    elif kind == 'fifo':
        os.mkfifo(path)


def wanted(old, new):
    """What rename(2) answers for each pair."""
    if old == 'none':
        return 'ENOENT'
    is_dir = {kind: kind in ('dir', 'full') for kind in KINDS}
    if new == 'none':
        return 'ok'
    if is_dir[old]:
        return 'ENOTDIR' if not is_dir[new] else 'ENOTEMPTY' if new == 'full' else 'ok'
    return 'EISDIR' if is_dir[new] else 'ok'


def run(t):
    for same in (True, False):
        for old in KINDS:
            for new in KINDS:
                pair(t, old, new, same)
    errors(t)
    flags(t)
    open_files(t)
    directories(t)


def pair(t, old, new, same):
    base = t.folder(f'{old}-{new}-{same}')
    other = base if same else t.folder(f'{old}-{new}-to')
    a, b = base + '/a', other + '/b'
    make(t, a, old), make(t, b, new)
    ino = None if old == 'none' else os.lstat(a).st_ino
    want = wanted(old, new)
    title = f'{old} over {new}, {"one directory" if same else "two directories"}'
    t.err(title, want, os.rename, a, b)
    if want == 'ok':
        t.check(f'{title}: same inode', os.lstat(b).st_ino, ino)
        t.check(f'{title}: old name', outcome(os.lstat, a), 'ENOENT')
        t.check(f'{title}: links of the directory', os.stat(other).st_nlink, 3 if old in ('dir', 'full') else 2)
    elif ino is not None:
        t.check(f'{title}: still there', os.lstat(a).st_ino, ino)


def errors(t):
    at = t.path
    t.folder('d'), t.folder('d/e'), t.file('f')
    os.link(at('f'), at('hard'))
    t.table([
        ('into itself', 'EINVAL', lambda: os.rename(at('d'), at('d/x'))),
        ('deep into itself', 'EINVAL', lambda: os.rename(at('d'), at('d/e/x'))),
        ('over its ancestor', 'ENOTEMPTY', lambda: os.rename(at('d/e'), at('d'))),
        ('exchange with its ancestor', 'EINVAL', lambda: renameat2(at('d/e'), at('d'), EXCHANGE)),
        ('exchange with its descendant', 'EINVAL', lambda: renameat2(at('d'), at('d/e'), EXCHANGE)),
        ('of .', 'EBUSY', lambda: os.rename(at('d/.'), at('x'))),
        ('of ..', 'EBUSY', lambda: os.rename(at('d/e/..'), at('x'))),
        ('to .', 'EBUSY', lambda: os.rename(at('d/e'), at('d/.'))),
        ('to a name with a slash', 'ENOTDIR', lambda: os.rename(at('f'), at('x/'))),
        ('a directory with a slash', 'ok', lambda: os.rename(at('d/e/'), at('d/e2/'))),
        ('onto itself', 'ok', lambda: os.rename(at('f'), at('f'))),
        ('onto another name of the same inode', 'ok', lambda: os.rename(at('f'), at('hard'))),
        ('both names stay', 'ok', lambda: (os.stat(at('f')), os.stat(at('hard')))),
        ('under a file', 'ENOTDIR', lambda: os.rename(at('f'), at('hard/x'))),
        ('under nothing', 'ENOENT', lambda: os.rename(at('f'), at('none/x'))),
        ('to another file system', 'EXDEV', lambda: os.rename(at('f'), '/proc/x')),
        ('unknown flags', 'EINVAL', lambda: renameat2(at('f'), at('x'), 1 << 10)),
        ('NOREPLACE with EXCHANGE', 'EINVAL', lambda: renameat2(at('f'), at('x'), NOREPLACE | EXCHANGE)),
    ])


def flags(t):
    for old in KINDS[:-1]:
        for new in KINDS:
            base = t.folder(f'flags-{old}-{new}')
            a, b = base + '/a', base + '/b'
            make(t, a, old), make(t, b, new)
            t.err(f'NOREPLACE {old} to {new}', 'ok' if new == 'none' else 'EEXIST', renameat2, a, b, NOREPLACE)
            if new == 'none':
                t.err(f'EXCHANGE {old} with nothing', 'ENOENT', renameat2, b, a, EXCHANGE)
                continue
            before = os.lstat(a).st_ino, os.lstat(b).st_ino
            t.err(f'EXCHANGE {old} with {new}', 'ok', renameat2, a, b, EXCHANGE)
            t.check(f'EXCHANGE {old} with {new}: swapped', (os.lstat(b).st_ino, os.lstat(a).st_ino), before)
    p, q = t.folder('swap1'), t.folder('swap2')
    os.mkdir(p + '/dir'), write(q + '/file', b'')
    renameat2(p + '/dir', q + '/file', EXCHANGE)
    t.check('EXCHANGE across directories: links', (os.stat(p).st_nlink, os.stat(q).st_nlink), (2, 3))
    t.check('EXCHANGE across directories: ..', os.stat(q + '/file/..').st_ino, os.stat(q).st_ino)


def open_files(t):
    write(t.path('old'), b'old'), write(t.path('new'), b'new')
    fd = os.open(t.path('old'), os.O_RDWR)
    os.rename(t.path('new'), t.path('old'))
    t.check('the replaced file is still read', os.pread(fd, 9, 0), b'old')
    t.check('it has no name', os.fstat(fd).st_nlink, 0)
    t.check('the name shows the new', read(t.path('old')), b'new')
    os.write(fd, b'OLD!')
    t.check('and written', os.pread(fd, 9, 0), b'OLD!')
    os.close(fd)
    write(t.path('one'), b'x'), os.link(t.path('one'), t.path('two'))
    os.rename(t.path('old'), t.path('two'))
    t.check('one name of two replaced', os.stat(t.path('one')).st_nlink, 1)
    fd = os.open(t.path('one'), os.O_WRONLY)
    os.rename(t.path('one'), t.path('moved'))
    os.write(fd, b'later')
    os.close(fd)
    t.check('written after its rename', read(t.path('moved')), b'later')


def directories(t):
    tree = t.folder('tree')
    os.makedirs(tree + '/a/b/c')
    write(tree + '/a/b/c/f', b'deep')
    fd = os.open(tree + '/a/b', os.O_RDONLY)
    os.rename(tree + '/a', tree + '/z')
    t.check('found under the new name', read(tree + '/z/b/c/f'), b'deep')
    t.check('not under the old', outcome(os.stat, tree + '/a/b'), 'ENOENT')
    t.check('through a descriptor', os.stat('c/f', dir_fd=fd).st_size, 4)
    os.mkdir(tree + '/into'), os.rename(tree + '/z/b', tree + '/into/b')
    t.check('.. follows', os.stat('..', dir_fd=fd).st_ino, os.stat(tree + '/into').st_ino)
    t.check('links', [os.stat(tree + name).st_nlink for name in ('', '/z', '/into')], [4, 2, 3])
    os.close(fd)
    # A directory of others may be renamed in place, but not moved: its `..` would change.
    share = t.folder('share', 0o777)
    os.mkdir(share + '/sub'), os.mkdir(share + '/theirs', 0o755), os.chmod(share + '/sub', 0o777)
    t.err_as(STRANGER, 'rename a directory of others in place', 'ok', os.rename, share + '/theirs', share + '/theirs2')
    t.err_as(STRANGER, 'move a directory of others', 'EACCES', os.rename, share + '/theirs2', share + '/sub/theirs')
    write(share + '/file', b'')
    t.err_as(OWNER, 'move a file of others', 'ok', os.rename, share + '/file', share + '/sub/file')
