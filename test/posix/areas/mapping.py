"""mmap: shared and private, msync, coherence with read and write, holes, the end of the file."""
import mmap
import os
import signal

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

    def touch():
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGBUS, signal.SIG_DFL)
            view[3 * PAGE]
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    t.check('behind it: SIGBUS', touch(), -signal.SIGBUS)
    os.truncate(path, 4 * PAGE)
    t.check('grown again: zeros', view[3 * PAGE:3 * PAGE + 4], bytes(4))
    view.close()
    path, new = t.file('name', b'old' * 100), t.file('name2', b'new' * 100)
    view = mapped(path)
    os.rename(new, path)
    t.check('a replaced file stays mapped', (view[:3], read(path)[:3]), (b'old', b'new'))
    view.close()


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
