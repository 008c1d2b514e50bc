"""Reading and writing in all ways: odd sizes, vectors, O_DIRECT, O_SYNC, copy_file_range, sendfile, splice."""
import mmap
import os
import random

from calls import sync_file_range, syncfs
from harness import in_child, outcome, read, write

CHUNK = 128 * 1024
SIZES = [0, 1, 2, 511, 512, 513, 4095, 4096, 4097, 65536, CHUNK - 1, CHUNK, CHUNK + 1, 1 << 20, (1 << 20) + 1, 3_000_001]
DATA = random.Random(5).randbytes(3_000_001)


def run(t):
    sizes(t)
    vectors(t)
    direct(t)
    synced(t)
    copies(t)
    pipes(t)
    together(t)


def sizes(t):
    for size in SIZES:
        fd = os.open(t.path('size'), os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        t.check(f'write of {size}', os.write(fd, DATA[:size]), size)
        t.check(f'position after {size}', os.lseek(fd, 0, os.SEEK_CUR), size)
        t.check(f'read of {size}', os.pread(fd, size + 10, 0) == DATA[:size], True)
        t.check(f'the last byte of {size}', os.pread(fd, 1, max(0, size - 1)), DATA[max(0, size - 1):size])
        t.check(f'read at the end of {size}', os.pread(fd, 10, size), b'')
        os.close(fd)
    for at in (1, 511, 4095, CHUNK - 1, CHUNK, 2 * CHUNK - 3, 1_000_003):
        for length in (1, 7, 4096, CHUNK + 3):
            fd = os.open(t.path('at'), os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            os.write(fd, DATA[:2_000_000])
            os.pwrite(fd, b'#' * length, at)
            want = DATA[:at] + b'#' * length + DATA[at + length:2_000_000]
            t.check(f'pwrite of {length} at {at}', read(t.path('at')) == want, True)
            t.check(f'pread of {length} at {at}', os.pread(fd, length + 2, at - 1) == want[at - 1:at + length + 1], True)
            os.close(fd)


def vectors(t):
    path = t.path('vector')
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    for parts in ([1], [1, 2, 3], [0, 5, 0], [4096, 1, 4096], [CHUNK, 1], [100] * 100, [CHUNK - 1, 2, CHUNK]):
        total, pieces, at = sum(parts), [], 0
        for part in parts:
            pieces.append(DATA[at:at + part])
            at += part
        os.ftruncate(fd, 0), os.lseek(fd, 0, 0)
        title = f'{len(parts)} parts of {total}'
        t.check(f'writev {title}', os.writev(fd, pieces), total)
        t.check(f'pwritev {title}', os.pwritev(fd, pieces, 10), total)
        t.check(f'written {title}', read(path) == DATA[:min(10, total)] + bytes(max(0, 10 - total)) + DATA[:total], True)
        buffers = [bytearray(part) for part in parts]
        t.check(f'preadv {title}', os.preadv(fd, buffers, 10), total)
        t.check(f'read {title}', b''.join(buffers) == DATA[:total], True)
    t.check('RWF_APPEND', os.pwritev(fd, [b'tail'], 0, 0x10), 4)
    t.check('RWF_APPEND appends', read(path)[-4:], b'tail')
    t.check('RWF_SYNC', os.pwritev(fd, [b'x'], 0, os.RWF_SYNC), 1)
    t.check('RWF_DSYNC', os.pwritev(fd, [b'x'], 0, os.RWF_DSYNC), 1)
    os.close(fd)


def direct(t):
    path = t.path('direct')
    buffer = mmap.mmap(-1, 1 << 20)
    buffer[:] = DATA[:1 << 20]
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_DIRECT)
    for at, length in [(0, 4096), (4096, 8192), (CHUNK, CHUNK), (0, 1 << 20), (2 << 20, 4096)]:
        view = memoryview(buffer)[:length]
        t.check(f'O_DIRECT write of {length} at {at}', os.pwrite(fd, view, at), length)
        t.check(f'O_DIRECT: read through the cache of {length} at {at}', read(path)[at:at + length] == DATA[:length], True)
        back = mmap.mmap(-1, length)
        t.check(f'O_DIRECT read of {length} at {at}', (os.preadv(fd, [back], at), back[:] == DATA[:length]), (length, True))
    write(t.path('cached'), b'c' * 8192)
    cached, plain = os.open(t.path('cached'), os.O_RDWR | os.O_DIRECT), os.open(t.path('cached'), os.O_RDWR)
    os.pwrite(plain, b'd' * 4096, 0)
    page = mmap.mmap(-1, 4096)
    os.preadv(cached, [page], 0)
    t.check('O_DIRECT sees what was written through the cache', page[:], b'd' * 4096)
    page[:] = b'e' * 4096
    os.pwrite(cached, page, 4096)
    t.check('the cache sees what O_DIRECT wrote', os.pread(plain, 4096, 4096), b'e' * 4096)
    t.check('O_DIRECT at the end', os.preadv(cached, [page], 8192), 0)
    for each in (fd, cached, plain):
        os.close(each)


def synced(t):
    for name, flags in (('O_SYNC', os.O_SYNC), ('O_DSYNC', os.O_DSYNC), ('O_SYNC|O_APPEND', os.O_SYNC | os.O_APPEND)):
        fd = os.open(t.path('sync'), os.O_RDWR | os.O_CREAT | os.O_TRUNC | flags)
        for size in (1, 4096, CHUNK + 1):
            t.check(f'{name}: {size}', os.write(fd, DATA[:size]), size)
        t.check(f'{name}: all', read(t.path('sync')) == DATA[:1] + DATA[:4096] + DATA[:CHUNK + 1], True)
        for call in (os.fsync, os.fdatasync, syncfs):
            t.err(f'{name}: {call.__name__}', 'ok', call, fd)
        t.err(f'{name}: sync_file_range', 'ok', sync_file_range, fd, 0, 4096)
        t.err(f'{name}: fadvise', 'ok', os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(fd)


def copies(t):
    write(t.path('source'), DATA)
    source, target = os.open(t.path('source'), os.O_RDONLY), os.open(t.path('target'), os.O_RDWR | os.O_CREAT)
    for at, length, to in [(0, 1, 0), (0, 4096, 0), (1, CHUNK, 3), (CHUNK - 1, 2, CHUNK - 1), (0, 1_000_000, 5), (2_999_990, 100, 0), (4_000_000, 10, 0), (5, 0, 5)]:
        os.ftruncate(target, 0)
        want, copied = DATA[at:at + length], 0
        while copied < len(want):
            some = os.copy_file_range(source, target, length - copied, at + copied, to + copied)
            if some == 0:
                break
            copied += some
        t.check(f'copy_file_range of {length} from {at} to {to}', copied, len(want))
        t.check(f'copied {length} from {at} to {to}', os.pread(target, len(want) + 1, to) == want, True)
        t.check(f'copied {length}: nothing more', os.fstat(target).st_size, to + len(want) if want else 0)
    t.table([
        ('copy_file_range from a writer', 'EBADF', lambda: os.copy_file_range(os.open(t.path('source'), os.O_WRONLY), target, 10)),
        ('copy_file_range to a reader', 'EBADF', lambda: os.copy_file_range(target, source, 10)),
        ('copy_file_range to an appender', 'EBADF', lambda: os.copy_file_range(source, os.open(t.path('target'), os.O_WRONLY | os.O_APPEND), 10)),
        ('copy_file_range of a directory', 'EISDIR', lambda: os.copy_file_range(os.open(t.dir, os.O_RDONLY), target, 10)),
    ])
    os.ftruncate(target, 0), os.pwrite(target, b'0123456789', 0)
    t.err('copy_file_range onto itself, overlapping', 'EINVAL', os.copy_file_range, target, target, 8, 0, 2)
    t.check('copy_file_range within a file', os.copy_file_range(target, target, 5, 0, 10), 5)
    t.check('within a file', read(t.path('target')), b'012345678901234')
    os.ftruncate(target, 0), os.lseek(target, 0, 0)
    sent = 0
    while sent < len(DATA) and (some := os.sendfile(target, source, sent, len(DATA) - sent)):
        sent += some
    t.check('sendfile', (sent, read(t.path('target')) == DATA), (len(DATA), True))
    os.close(source), os.close(target)


def pipes(t):
    reader, writer = os.pipe()
    source, target = os.open(t.path('source'), os.O_RDONLY), os.open(t.path('spliced'), os.O_RDWR | os.O_CREAT)
    for length in (1, 4096, 5000, 60_000):
        os.ftruncate(target, 0)
        t.check(f'splice of {length} out', os.splice(source, writer, length, offset_src=7), length)
        moved = 0
        while moved < length:
            moved += os.splice(reader, target, length - moved, offset_dst=moved)
        t.check(f'splice of {length} in', read(t.path('spliced')) == DATA[7:7 + length], True)
    for fd in (reader, writer, source, target):
        os.close(fd)


def together(t):
    """Several processes append to one file and write to places of their own in another."""
    path, places = t.file('log'), t.file('places')

    def work(number):
        log, own = os.open(path, os.O_WRONLY | os.O_APPEND), os.open(places, os.O_WRONLY)
        for turn in range(25):
            os.write(log, b'%d:%03d;' % (number, turn))
            os.pwrite(own, bytes([65 + number]) * 10, (turn * 4 + number) * 10)

    children = []
    for number in range(4):
        pid = os.fork()
        if pid == 0:
            os._exit(0 if outcome(work, number) == 'ok' else 1)
        children.append(pid)
    t.check('all four did it', [os.waitpid(pid, 0)[1] for pid in children], [0] * 4)
    t.check('no appended record is lost or torn', sorted(read(path).split(b';')[:-1]), sorted(b'%d:%03d' % (n, k) for n in range(4) for k in range(25)))
    t.check('no place was touched by another', read(places), b''.join(bytes([65 + n]) * 10 for _ in range(25) for n in range(4)))
    t.check('in_child sees it', in_child(os.path.getsize, path), 600)
