"""Two mounts: what one changes the other sees at once. Not run without a second directory."""
import mmap
import os
import time

from harness import OWNER, STRANGER, in_child, outcome, read, write

CHUNK = 128 * 1024
# How long the names of a directory are told on that nobody asks for (src/core/touched.ts).
LEASE_S = 3
LINES = 150
LINE_BYTES = 701
SMALL_FILES, READ_FIRST = 60, 10


def run(t):
    if t.second is None:
        return
    for turn in range(3):
        for name, (one, two) in (('there', (t.dir, t.second)), ('back', (t.second, t.dir))):
            both(t, f'{name} {turn}', lambda entry, one=one: os.path.join(one, f'{name}{turn}{entry}'),
                 lambda entry, two=two: os.path.join(two, f'{name}{turn}{entry}'))
    contents(t)
    contents_ahead(t)
    appenders(t)
    open_files(t)
    owners(t)
    directories_moved(t)
    races(t)


def both(t, title, here, there):
    check = lambda what, got, want: t.check(f'{title}: {what}', got, want)
    check('not there yet', outcome(os.stat, there('f')), 'ENOENT')
    write(here('f'), b'one')
    check('created', read(there('f')), b'one')
    check('same inode', os.stat(there('f')).st_ino, os.stat(here('f')).st_ino)
    write(here('f'), b'second')
    check('rewritten', read(there('f')), b'second')
    os.chmod(here('f'), 0o604), os.chown(here('f'), 11, 12), os.utime(here('f'), (1, 2))
    info = os.stat(there('f'))
    check('attributes', (info.st_mode & 0o777, info.st_uid, info.st_gid, info.st_mtime), (0o604, 11, 12, 2))
    os.setxattr(here('f'), 'user.c', b'1')
    check('xattr', os.getxattr(there('f'), 'user.c'), b'1')
    os.removexattr(here('f'), 'user.c')
    check('xattr removed', outcome(os.getxattr, there('f'), 'user.c'), 'ENODATA')
    os.truncate(here('f'), 2)
    check('truncated', (os.stat(there('f')).st_size, read(there('f'))), (2, b'se'))
    os.link(here('f'), here('g'))
    check('linked', os.stat(there('g')).st_nlink, 2)
    os.rename(here('f'), here('h'))
    check('renamed', (outcome(os.stat, there('f')), read(there('h'))), ('ENOENT', b'se'))
    write(here('new'), b'new'), read(there('h')), os.rename(here('new'), here('h'))
    check('replaced', read(there('h')), b'new')
    os.unlink(here('h'))
    check('unlinked', outcome(os.stat, there('h')), 'ENOENT')
    os.mkdir(here('d')), write(here('d/x'), b'')
    check('listed', os.listdir(there('d')), ['x'])
    write(here('d/y'), b'')
    check('listed again', sorted(os.listdir(there('d'))), ['x', 'y'])
    check('no rmdir while full', outcome(os.rmdir, there('d')), 'ENOTEMPTY')
    os.unlink(here('d/x')), os.unlink(here('d/y'))
    check('emptied', os.listdir(there('d')), [])
    os.rmdir(here('d'))
    check('removed', outcome(os.listdir, there('d')), 'ENOENT')
    os.symlink('a', here('s'))
    check('link', os.readlink(there('s')), 'a')
    os.unlink(here('s')), os.symlink('b', here('s'))
    check('another link', os.readlink(there('s')), 'b')
    check('O_EXCL', outcome(os.open, there('g'), os.O_CREAT | os.O_EXCL), 'EEXIST')


def directories_moved(t):
    """The kernel still has a directory where it was seen last; while it renames, it does not take it from there by itself."""
    for number, (moved_to, renamed_to) in enumerate([('to/new', 'there'), ('to/new', 'to'), ('to/new', 'other/x'),
                                                     ('new', 'to/x'), ('to/new', 'from/x')]):
        for how in ('made here', 'seen here', 'listed here', 'renamed here', 'seen long ago', 'from within'):
            directory_moved(t, how, f'moved{number}{how}', moved_to, renamed_to)


def directory_moved(t, how, name, moved_to, renamed_to):
    top = t.folder(name)
    here, there = (lambda entry: os.path.join(top, entry)), (lambda entry: os.path.join(t.second, name, entry))
    for entry in ('from', 'to', 'other'):
        os.mkdir(here(entry)), os.stat(here(entry))
    os.mkdir(here('from/old') if how == 'made here' else there('from/old'))
    os.mkdir(there('from/old/below'))
    if how == 'listed here':
        [entry.stat() for entry in os.scandir(here('from'))]
    elif how == 'renamed here':
        os.rename(here('from/old'), here('from/older')), os.rename(here('from/older'), here('from/old'))
    elif how != 'made here':
        os.stat(here('from/old'))
    if how == 'seen long ago':
        time.sleep(LEASE_S)
    os.rename(there('from/old'), there(moved_to))
    rename = os.rename
    if how == 'from within':
        rename = lambda old, new: in_child(rename_within, top, os.path.relpath(old, top), os.path.relpath(new, top))
    want = 'ENOTEMPTY' if renamed_to == 'to' else 'ok'
    t.err(f'{moved_to} by the other mount, {how}: renamed to {renamed_to}', want, rename, here(moved_to), here(renamed_to))
    if want == 'ok':
        t.check(f'{moved_to} by the other mount, {how}: then in {renamed_to}', os.listdir(here(renamed_to)), ['below'])


def rename_within(folder, old, new):
    os.chdir(os.path.join(folder, os.path.dirname(old)))
    os.rename(os.path.basename(old), os.path.join('..' if os.path.dirname(old) else '.', new))


def contents_ahead(t):
    """Who reads small files one after the other may have been told of the next ones already. Nothing that stat shows gives the changes away."""
    folder = t.folder('ahead')
    for number in range(SMALL_FILES):
        write(f'{folder}/{number}', b'old %02d' % number)
    there = os.path.join(t.second, 'ahead')
    seen = [(name, read(os.path.join(there, name))) for name in sorted(os.listdir(there), key=int)[:READ_FIRST]]
    t.check('read first', seen, [(str(number), b'old %02d' % number) for number in range(READ_FIRST)])
    for number in range(SMALL_FILES):
        path = f'{folder}/{number}'
        info = os.stat(path)
        with open(path, 'r+b') as file:
            file.write(b'new')
        os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    t.check('read after all were changed', [read(f'{there}/{number}') for number in range(SMALL_FILES)],
            [b'new %02d' % number for number in range(SMALL_FILES)])
    for number in range(SMALL_FILES):
        with open(f'{there}/{number}', 'r+b') as file:
            file.write(b'own')
        t.check(f'changed by who had been told ({number})', (read(f'{there}/{number}'), read(f'{folder}/{number}')),
                (b'own %02d' % number, b'own %02d' % number))


def contents(t):
    write(t.path('data'), b'a' * (3 * CHUNK))
    one, two = os.open(t.path('data'), os.O_RDWR), os.open(os.path.join(t.second, 'data'), os.O_RDWR)
    os.pread(two, 3 * CHUNK, 0)
    for at, length in ((0, 1), (4095, 2), (CHUNK - 1, 2), (CHUNK, CHUNK), (3 * CHUNK - 1, 10), (5 * CHUNK, 1)):
        os.pwrite(one, b'Z' * length, at)
        t.check(f'written at {at}, read through an open file', os.pread(two, length, at), b'Z' * length)
        os.pwrite(two, b'Y' * length, at)
        t.check(f'written back at {at}', os.pread(one, length, at), b'Y' * length)
        t.check(f'size after {at}', os.fstat(one).st_size, os.fstat(two).st_size)
    os.ftruncate(one, 5)
    t.check('truncated under an open file', (os.fstat(two).st_size, os.pread(two, 10, 0)), (5, b'Yaaaa'))
    for turn in range(20):
        os.write(os.open(t.path('log'), os.O_WRONLY | os.O_CREAT | os.O_APPEND), b'%02d' % turn)
        other = os.open(os.path.join(t.second, 'log'), os.O_WRONLY | os.O_APPEND)
        os.write(other, b'..'), os.close(other)
    t.check('appended from both', read(t.path('log')), b''.join(b'%02d..' % turn for turn in range(20)))
    os.ftruncate(one, 4096)
    view = mmap.mmap(one, 4096)
    view[0:6] = b'mapped'
    view.flush()
    t.check('a mapped write after msync', os.pread(two, 6, 0), b'mapped')
    view.close(), os.close(one), os.close(two)


def appenders(t):
    """Lines of both mounts, of which the kernel's pages are no multiple, end up whole in one log; who has it open sees them."""
    path = t.path('lines')
    children = [append_lines(os.path.join(base, 'lines'), letter) for base, letter in ((t.dir, b'a'), (t.second, b'b'))]
    for pid in children:
        t.check('an appender ends well', os.waitpid(pid, 0)[1], 0)
    lines = read(path).split(b'\n')[:-1]
    t.check('lines of both', len(lines), 2 * LINES)
    t.check('torn lines', [line[:20] for line in lines if line != line[:1] * LINE_BYTES], [])
    reader, appender = os.open(path, os.O_RDONLY), os.open(path, os.O_RDWR | os.O_APPEND)
    size = os.fstat(reader).st_size
    for turn in range(20):
        os.pread(reader, 4096, max(0, size - 4000))
        os.write(appender, b'%04d' % turn)
        t.check(f'appended {turn}, read through an open file', os.pread(reader, 10, size), b'%04d' % turn)
        t.check(f'appended {turn}, read through the appender', os.pread(appender, 10, size), b'%04d' % turn)
        size += 4
    view = mmap.mmap(appender, 4096)
    t.check('a mapped appender', view[:3], b'' + read(path)[:3])
    view[0:6] = b'mapped'
    view.flush()
    t.check('written through it', os.pread(reader, 6, 0), b'mapped')
    view.close(), os.close(reader), os.close(appender)


def append_lines(path, letter):
    pid = os.fork()
    if pid == 0:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        for _ in range(LINES):
            os.write(fd, letter * LINE_BYTES + b'\n')
        os._exit(0)
    return pid


def open_files(t):
    """What one mount has open the other may unlink or replace."""
    for act in ('unlink', 'replace'):
        write(t.path('open'), b'held'), write(t.path('next'), b'next')
        held = os.open(t.path('open'), os.O_RDWR)
        if act == 'unlink':
            os.unlink(os.path.join(t.second, 'open'))
        else:
            os.rename(os.path.join(t.second, 'next'), os.path.join(t.second, 'open'))
        t.check(f'{act}: still read', os.pread(held, 9, 0), b'held')
        os.pwrite(held, b'more', 4)
        t.check(f'{act}: still written', os.pread(held, 9, 0), b'heldmore')
        t.check(f'{act}: no link', os.fstat(held).st_nlink, 0)
        os.close(held)


def owners(t):
    """Who owns a file now decides here too, at once."""
    folder = t.folder('owners', 0o1777)
    there = os.path.join(t.second, 'owners')
    here, other = os.path.join(folder, 'f'), os.path.join(there, 'f')
    chmod, times = lambda: os.chmod(other, 0o644), lambda: os.utime(other, (1, 2))
    write(here, b'')
    for turn in range(5):
        os.chown(here, *OWNER[:2])
        for title, call in (('chmod', chmod), ('utime', times)):
            t.err_as(OWNER, f'{title} by the owner, turn {turn}', 'ok', call)
        in_child(lambda: [os.stat(other) for _ in range(3)], user=OWNER)
        os.chown(here, *STRANGER[:2])
        for title, call in (('chmod', chmod), ('utime', times), ('unlink in a sticky directory', lambda: os.unlink(other))):
            t.err_as(OWNER, f'{title} by the owner of before, turn {turn}', 'EPERM', call)


def races(t):
    """Both make the same names at once: one wins each."""
    pid = os.fork()
    base = t.second if pid == 0 else t.dir
    won = sum(outcome(lambda: os.close(os.open(os.path.join(base, f'race{n}'), os.O_CREAT | os.O_EXCL))) == 'ok' for n in range(60))
    if pid == 0:
        os._exit(won)
    theirs = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    t.check('each name has one maker', won + theirs, 60)
