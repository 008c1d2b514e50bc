"""truncate and ftruncate, up and down through the borders of 128 KiB chunks and of pages."""
import os
import random

from harness import read

CHUNK = 128 * 1024
SIZES = [0, 1, 4095, 4096, 4097, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 3 * CHUNK + 5]


def run(t):
    data = random.Random(4).randbytes(3 * CHUNK + 5)
    for size in SIZES:
        path = t.file(f'down{size}', data)
        os.truncate(path, size)
        t.check(f'down to {size}', (os.stat(path).st_size, read(path) == data[:size]), (size, True))
        os.truncate(path, len(data))
        t.check(f'and up: zeros, not the old data, behind {size}', read(path) == data[:size] + bytes(len(data) - size), True)
        fd = os.open(path, os.O_RDWR)
        os.pwrite(fd, b'END', len(data))
        t.check(f'written behind, after {size}', read(path)[-4:], (data if size == len(data) else b'\0')[-1:] + b'END')
        os.close(fd)
        os.unlink(path)
    for old in SIZES[1::2]:
        for new in SIZES[::2]:
            path = t.file('pair', data[:old])
            fd = os.open(path, os.O_RDWR)
            os.ftruncate(fd, new)
            kept = min(old, new)
            t.check(f'ftruncate {old} to {new}', read(path) == data[:kept] + bytes(new - kept), True)
            os.pwrite(fd, b'Z', max(0, new - 1))
            t.check(f'then written at {max(0, new - 1)}', os.pread(fd, 5, max(0, new - 1)), b'Z')
            os.close(fd)
    path = t.file('steps')
    fd = os.open(path, os.O_RDWR)
    for step in range(20):
        os.ftruncate(fd, step * 50_000)
        os.pwrite(fd, bytes([step]), max(0, step * 50_000 - 1))
    whole = read(path)
    t.check('grown in steps', [whole[max(0, step * 50_000 - 1)] for step in range(20)], list(range(20)))
    t.check('grown in steps: the rest is zeros', sum(1 for byte in whole if byte), 19)
    other = os.open(path, os.O_RDONLY)
    os.lseek(other, 900_000, os.SEEK_SET)
    os.ftruncate(fd, 10)
    t.check('a reader behind the new end', os.read(other, 10), b'')
    t.check('and its fstat', os.fstat(other).st_size, 10)
    os.close(fd), os.close(other)
    t.table([
        ('of nothing', 'ENOENT', lambda: os.truncate(t.path('none'), 0)),
        ('of a directory', 'EISDIR', lambda: os.truncate(t.dir, 0)),
        ('of a fifo', 'EINVAL', lambda: (os.mkfifo(t.path('fifo')), os.truncate(t.path('fifo'), 0))),
        ('under a file', 'ENOTDIR', lambda: os.truncate(path + '/x', 0)),
        ('through a dangling link', 'ENOENT', lambda: (os.symlink('none', t.path('dangling')), os.truncate(t.path('dangling'), 0))),
    ])
