"""Names: which bytes, how long, how deep."""
import os
import subprocess

from harness import opened, outcome, read, write

CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY
# Deeper than a path can say.
LEVELS, LEVEL = 1_100, 'deep'


def run(t):
    any_bytes(t)
    lengths(t)
    deep(t)
    levels(t)


def any_bytes(t):
    base = os.fsencode(t.dir)
    names = [bytes([byte]) for byte in range(1, 256) if byte not in (0x2f, 0x2e)]
    names += [b'...', b'.a', b'a.', b'  ', b'\n\n', b'-rf', b'a\\b', b'%s', b'\xff\xfe', b'\xc3\x28', 'ü'.encode(),
              'u\u0308'.encode(), '日本語'.encode(), b'CON', b'Name', b'name', b'NAME', b'a' * 254, b'\xff' * 255]
    for name in names:
        t.err(f'make {name[:8]!r}', 'ok', opened, base + b'/' + name, CREATE)
    t.check('all of them are listed', sorted(os.listdir(base)), sorted(names))
    for name in names[:40]:
        t.err(f'rename {name[:8]!r}', 'ok', os.rename, base + b'/' + name, base + b'/x' + name)
    t.err('upper and lower case are two names', 'ok', os.unlink, base + b'/Name')
    t.check('the other is there', os.path.exists(base + b'/name'), True)
    for name in os.listdir(base):
        os.unlink(base + b'/' + name)
    t.check('all gone', os.listdir(base), [])


def lengths(t):
    most, over = 'n' * 255, 'n' * 256
    write(t.path('f'), b'f')
    os.symlink('x', t.path('s'))
    t.table([
        (f'{name} with {len(long)} bytes', want, lambda call=call, long=long: call(long))
        for name, call, undo in [
            ('create', lambda long: opened(t.path(long), CREATE), os.unlink),
            ('mkdir', lambda long: os.mkdir(t.path(long)), os.rmdir),
            ('symlink', lambda long: os.symlink('to', t.path(long)), os.unlink),
            ('link', lambda long: os.link(t.path('f'), t.path(long)), os.unlink),
            ('mkfifo', lambda long: os.mkfifo(t.path(long)), os.unlink),
            ('rename', lambda long: os.rename(t.path('s'), t.path(long)), None),
        ]
        for long, want, call in [
            (most, 'ok', lambda long, call=call, undo=undo: cleaned(call, t.path(long), t.path('s'), long, undo)),
            (over, 'ENAMETOOLONG', call),
        ]
    ])
    for name, call in [('stat', os.stat), ('unlink', os.unlink), ('rmdir', os.rmdir), ('chmod', lambda path: os.chmod(path, 0)),
                       ('readlink', os.readlink), ('listdir', os.listdir), ('access', lambda path: os.stat(path)),
                       ('truncate', lambda path: os.truncate(path, 0)), ('chown', lambda path: os.chown(path, 0, 0))]:
        t.err(f'{name} of 256 bytes', 'ENAMETOOLONG', call, t.path(over))
        t.err(f'{name} of 255 bytes that are not there', 'ENOENT', call, t.path(most))
        t.err(f'{name} under 256 bytes', 'ENAMETOOLONG', call, t.path(over, 'x'))
    t.check('NAME_MAX', os.pathconf(t.dir, 'PC_NAME_MAX'), 255)
    t.check('PATH_MAX', os.pathconf(t.dir, 'PC_PATH_MAX'), 4096)


def cleaned(call, path, moved, long, undo):
    call(long)
    if undo is None:
        os.rename(path, moved)
    else:
        undo(path)


def deep(t):
    part = 'd' * 200
    fds = [os.open(t.dir, os.O_RDONLY)]
    for _ in range(30):
        os.mkdir(part, dir_fd=fds[-1])
        fds.append(os.open(part, os.O_RDONLY, dir_fd=fds[-1]))
    with os.fdopen(os.open('leaf', CREATE, dir_fd=fds[-1]), 'wb') as leaf:
        leaf.write(b'deep')
    t.check('a file 30 directories and 6,000 bytes deep', os.stat('leaf', dir_fd=fds[-1]).st_size, 4)
    t.check('`..` leads back', os.stat('../..', dir_fd=fds[-1]).st_ino, os.fstat(fds[-3]).st_ino)
    long = os.path.join(t.dir, *[part] * 30)
    t.err('by a path above PATH_MAX', 'ENAMETOOLONG', os.stat, long)
    fits = t.path(part)
    while len(fits) + 201 < 4096:
        fits += '/' + part
    t.err('by a path below it', 'ok', os.stat, fits)
    padded = t.dir + '/' * (4095 - len(t.dir) - 1) + 'f'
    t.check('4,095 bytes with slashes', outcome(os.stat, padded), 'ok')
    t.err('4,096 bytes', 'ENAMETOOLONG', os.stat, t.dir + '/' * (4096 - len(t.dir) - 1) + 'f')
    os.fchdir(fds[-1])
    t.check('the working directory far below', read('leaf'), b'deep')
    t.check('relative `./..//.`', os.stat('./..//.').st_ino, os.fstat(fds[-2]).st_ino)
    os.chdir('/')
    os.unlink('leaf', dir_fd=fds[-1])
    for depth in range(29, -1, -1):
        os.rmdir(part, dir_fd=fds[depth])
    for fd in fds:
        os.close(fd)
    t.check('taken down', outcome(os.stat, t.path(part)), 'ENOENT')


def levels(t):
    """A tree that is deep rather than wide, as find and rm walk it."""
    top = t.folder('levels')
    above, below = None, os.open(top, os.O_RDONLY)
    for _ in range(LEVELS):
        os.mkdir(LEVEL, dir_fd=below)
        if above is not None:
            os.close(above)
        above, below = below, os.open(LEVEL, os.O_RDONLY, dir_fd=below)
    os.close(os.open('leaf', CREATE, dir_fd=below))
    t.check(f'`..` from {LEVELS} levels down', os.stat('..', dir_fd=below).st_ino, os.fstat(above).st_ino)
    t.err('by a path as deep', 'ENAMETOOLONG', os.stat, top + f'/{LEVEL}' * LEVELS)
    t.err('by the deepest path that there is', 'ok', os.stat, top + f'/{LEVEL}' * ((4095 - len(top)) // (len(LEVEL) + 1)))
    t.err('rename into its own depth', 'EINVAL', os.rename, top, 'x', dst_dir_fd=below)
    t.err('rename from the depth to the top', 'ok', os.rename, 'leaf', t.path('leaf'), src_dir_fd=below)
    t.err('and back', 'ok', os.rename, t.path('leaf'), 'leaf', dst_dir_fd=below)
    os.close(above), os.close(below)
    for place, base in (('here', t.dir), ('there', t.other)):
        t.check(f'find {place}: what it says', ran(base, 'find', 'levels', '-printf', '%y'), (0, 'd' * (LEVELS + 1) + 'f', ''))
    t.check('rm -r', ran(t.other, 'rm', '-r', 'levels'), (0, '', ''))
    t.err('nothing is left', 'ENOENT', os.stat, top)


def ran(directory, *command):
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr
