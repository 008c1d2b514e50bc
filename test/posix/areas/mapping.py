"""mmap: shared and private, msync, coherence with read and write, also of the other mount, holes, the end of the file."""
import mmap
import os
import signal
import time

from calls import LIBC
from harness import in_child, outcome, read, tick, write

PAGE = 4096
CHUNK = 128 * 1024


def run(t):
    shared(t)
    private(t)
    refused(t)
    life(t)
    borders(t)
    changed_there(t)


def mapped(path, length=0, flags=mmap.MAP_SHARED, mode=os.O_RDWR, prot=mmap.PROT_READ | mmap.PROT_WRITE):
    fd = os.open(path, mode)
    try:
        return mmap.mmap(fd, length, flags, prot)
    finally:
        os.close(fd)


def shared(t):
    path = t.file('shared', b'a' * (3 * PAGE))
    one, two = mapped(path), mapped(path)
    one[5:8] = b'ONE'
    t.check('another mapping sees it at once', two[5:8], b'ONE')
    fd = os.open(path, os.O_RDWR)
    t.check('read sees it', os.pread(fd, 3, 5), b'ONE')
    os.pwrite(fd, b'WRITTEN', PAGE)
    t.check('the mapping sees a write', one[PAGE:PAGE + 7], b'WRITTEN')
    two[2 * PAGE:2 * PAGE + 4] = b'SYNC'
    two.flush()
    t.check('after msync', read(path)[2 * PAGE:2 * PAGE + 4], b'SYNC')
    two[0:1] = b'Z'
    os.fsync(fd)
    t.check('after fsync', os.pread(fd, 1, 0), b'Z')
    in_child(lambda: one.__setitem__(slice(100, 105), b'CHILD'))
    t.check('a child\'s change', one[100:105], b'CHILD')
    one.close(), two.close(), os.close(fd)
    t.check('after munmap', read(path)[100:105], b'CHILD')
    mtime = os.stat(path).st_mtime_ns
    tick()
    again = mapped(path)
    again[0:1] = b'm'
    again.flush()
    again.close()
    t.check('a mapped write moves mtime', os.stat(path).st_mtime_ns > mtime, True)


def private(t):
    path = t.file('private', b'p' * (2 * PAGE))
    view = mapped(path, flags=mmap.MAP_PRIVATE)
    view[0:4] = b'MINE'
    t.check('private: seen by itself', view[:5], b'MINEp')
    t.check('private: not in the file', read(path)[:4], b'pppp')
    fd = os.open(path, os.O_RDWR)
    os.pwrite(fd, b'FILE', 0)
    t.check('private: a changed page stays', view[:4], b'MINE')
    os.close(fd), view.close()
    reader = mapped(path, flags=mmap.MAP_PRIVATE, mode=os.O_RDONLY)
    reader[9:10] = b'x'
    t.check('private and writable on a reader', reader[9:10], b'x')
    reader.close()
    t.check('private: nothing written back', read(path)[:10], b'FILEpppppp')


def refused(t):
    path = t.file('refused', b'x' * PAGE)
    both = mmap.PROT_READ | mmap.PROT_WRITE
    t.table([
        ('shared and writable on a reader', 'EACCES', lambda: mapped(path, PAGE, mode=os.O_RDONLY)),
        ('shared, readable on a reader', 'ok', lambda: mapped(path, PAGE, mode=os.O_RDONLY, prot=mmap.PROT_READ)),
        ('on a writer', 'EACCES', lambda: mapped(path, PAGE, mode=os.O_WRONLY)),
        ('of a directory', 'ENODEV', lambda: raw_map(t.dir)),
        ('executable', 'ok', lambda: mapped(path, PAGE, prot=both | mmap.PROT_EXEC)),
    ])


def raw_map(path):
    fd = os.open(path, os.O_RDONLY)
    LIBC.mmap.restype = __import__('ctypes').c_void_p
    address = LIBC.mmap(None, PAGE, mmap.PROT_READ, mmap.MAP_SHARED, fd, 0)
    os.close(fd)
    if address == 2**64 - 1:
        number = __import__('ctypes').get_errno()
        raise OSError(number, os.strerror(number))


def life(t):
    path = t.file('life', b'l' * (4 * PAGE))
    view = mapped(path)
    os.unlink(path)
    view[0:5] = b'still'
    view.flush()
    t.check('after unlink', view[:6], b'stilll')
    view.close()
    path = t.file('cut', b'c' * (4 * PAGE))
    view = mapped(path)
    os.truncate(path, PAGE + 10)
    t.check('behind the new end, in its page: zeros', view[PAGE:PAGE + 12], b'c' * 10 + b'\0\0')
    t.check('behind it: SIGBUS', touch(view, 3 * PAGE), -signal.SIGBUS)
    os.truncate(path, 4 * PAGE)
    t.check('grown again: zeros', view[3 * PAGE:3 * PAGE + 4], bytes(4))
    view.close()
    path, new = t.file('name', b'old' * 100), t.file('name2', b'new' * 100)
    view = mapped(path)
    os.rename(new, path)
    t.check('a replaced file stays mapped', (view[:3], read(path)[:3]), (b'old', b'new'))
    view.close()


def touch(view, at):
    """How a process ends that reads there."""
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGBUS, signal.SIG_DFL)
        view[at]
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def borders(t):
    path = t.path('borders')
    write(path, b'')
    os.truncate(path, 5 * CHUNK + 7)
    view = mapped(path)
    t.check('a hole is zeros', view[2 * CHUNK:2 * CHUNK + 100], bytes(100))
    places = [0, PAGE - 2, CHUNK - 2, CHUNK, 2 * CHUNK - 1, 3 * CHUNK - 2, 5 * CHUNK, 5 * CHUNK + 3]
    for number, at in enumerate(places):
        view[at:at + 4] = bytes([65 + number]) * 4
    view.flush(), view.close()
    data = read(path)
    for number, at in enumerate(places):
        want = bytes([65 + number])
        t.check(f'mapped write at {at}', data[at:at + 1], want)
    t.check('the size stays', len(data), 5 * CHUNK + 7)
    t.check('the rest stays zero', sum(1 for byte in data if byte), lambda count: count >= 29)
    t.check('an empty file cannot be mapped by length 0', outcome(lambda: raw_empty(t)), 'EINVAL')


def raw_empty(t):
    write(t.path('empty'), b'')
    try:
        mapped(t.path('empty'))
    except ValueError as err:
        raise OSError(22, 'EINVAL') from err


def changed_there(t):
    """What the other mount has done shows in a mapping that was there before, as soon as the call there is over."""
    size = 2 * CHUNK + 3 * PAGE
    path, there = t.file('watched', b'w' * size), os.path.join(t.other, 'watched')
    reader = mapped(path, mode=os.O_RDONLY, prot=mmap.PROT_READ)
    views = {'writable': mapped(path), 'read-only': reader, 'private, untouched': mapped(path, flags=mmap.MAP_PRIVATE)}
    fd = os.open(there, os.O_RDWR)
    for number, at in enumerate([0, 5, PAGE - 2, CHUNK - 3, CHUNK, 2 * CHUNK + PAGE, size - 4]):
        for view in views.values():
            view[:]  # All pages are here before.
        data = b'%04d' % (number + 1)
        os.pwrite(fd, data, at)
        t.check(f'written there at {at}', {name: view[at:at + 4] for name, view in views.items()}, dict.fromkeys(views, data))
    views['writable'][100:104] = b'here'
    views['writable'].flush()
    t.check('written here, after msync', os.pread(fd, 4, 100), b'here')
    os.pwrite(fd, b'back', 100)
    t.check('and written over there', reader[100:104], b'back')
    theirs = mapped(there)
    t.check('mapped there', theirs[100:104], b'back')
    theirs[100:104] = b'both'
    theirs.flush()
    t.check('written through a mapping there, after msync', reader[100:104], b'both')
    theirs.close()
    for title, change in [('chmod', lambda: os.fchmod(fd, 0o640)), ('utimensat', lambda: os.utime(there)), ('setxattr', lambda: os.setxattr(there, 'user.a', b'1'))]:
        reader[:]
        change()
        os.pread(fd, 4, 100)
        os.pwrite(fd, title.encode()[:4], 100)
        t.check(f'{title} there, then written there', reader[100:104], title.encode()[:4])
    read_meanwhile(t, path, fd, reader)
    here = os.open(path, os.O_RDONLY)
    shrunk_there(t, fd, here, reader)
    os.close(here)
    for view in views.values():
        view.close()
    os.close(fd)
    replaced_there(t)


def read_meanwhile(t, path, fd, reader):
    """A page that is read in the very moment of a change there may be shown for a little while, no longer."""
    restless = os.fork()
    if restless == 0:
        while True:
            reader[100:104]
    try:
        late = 0
        for number in range(30):
            data = b'%04d' % number
            os.pwrite(fd, data, 100)
            patience = time.monotonic() + 2
            while reader[100:104] != data and time.monotonic() < patience:
                pass
            late += reader[100:104] != data
        t.check('written there while it is read through a mapping all the time: not seen within 2 s', late, 0)
    finally:
        os.kill(restless, 9)
        os.waitpid(restless, 0)


def shrunk_there(t, fd, here, view):
    os.ftruncate(fd, PAGE + 10)
    t.check('truncated there: zeros behind the end, in its page', view[PAGE + 5:PAGE + 14], b'w' * 5 + bytes(4))
    t.check('truncated there: SIGBUS behind it', (touch(view, 0), touch(view, 2 * PAGE), touch(view, 2 * CHUNK)), (0, -signal.SIGBUS, -signal.SIGBUS))
    os.ftruncate(fd, 2 * CHUNK + PAGE)
    # The kernel asks a FUSE file system for the size when somebody wants to know it, not when a page is missing (docs/posix.md).
    t.check('grown again there: at once', touch(view, 2 * PAGE), 0 if t.is_ext4 else {0, -signal.SIGBUS})
    t.check('grown again there: fstat', os.fstat(here).st_size, 2 * CHUNK + PAGE)
    t.check('grown again there: zeros', (view[2 * PAGE:2 * PAGE + 4], view[2 * CHUNK:2 * CHUNK + 4]), (bytes(4), bytes(4)))
    os.pwrite(fd, b'anew', 2 * CHUNK)
    t.check('written again there', view[2 * CHUNK:2 * CHUNK + 4], b'anew')


def replaced_there(t):
    """A mapping is of the file, not of its name."""
    for act in ('renamed over', 'unlinked'):
        path = t.file('name', b'old' * PAGE)
        view = mapped(path)
        t.check(f'{act} there: before', view[:3], b'old')
        if act == 'unlinked':
            os.unlink(os.path.join(t.other, 'name'))
        else:
            t.file('name2', b'new' * PAGE)
            os.rename(os.path.join(t.other, 'name2'), os.path.join(t.other, 'name'))
        t.check(f'{act} there: the mapping keeps the old file', (view[:3], view[2 * PAGE:2 * PAGE + 3] in b'oldoldol'), (b'old', True))
        view[0:3] = b'OLD'
        view.flush()
        t.check(f'{act} there: it can be written still', view[:6], b'OLDold')
        t.check(f'{act} there: the name', outcome(os.stat, path) if act == 'unlinked' else read(path)[:3], 'ENOENT' if act == 'unlinked' else b'new')
        view.close()
