"""Holes: st_blocks, SEEK_HOLE and SEEK_DATA, fallocate in all modes; the largest file."""
import errno
import os
import random

from calls import COLLAPSE, INSERT, KEEP_SIZE, PUNCH_HOLE, ZERO_RANGE, fallocate, truncate
from harness import STRANGER, outcome, read, write

KIB, MIB = 1024, 1024 * 1024
CHUNK = 128 * KIB


def run(t):
    holes(t)
    seeks(t)
    allocation(t)
    punching(t)
    against_a_model(t)
    huge(t)
    largest(t)


def holes(t):
    for offset in (0, 1, 4095, 4096, CHUNK - 1, CHUNK, CHUNK + 1, MIB, 10 * MIB + 7):
        path = t.path(f'hole{offset}')
        fd = os.open(path, os.O_RDWR | os.O_CREAT)
        os.pwrite(fd, b'end', offset)
        info = os.fstat(fd)
        t.check(f'{offset}: size', info.st_size, offset + 3)
        t.check(f'{offset}: few blocks', 1 <= info.st_blocks <= 64 + 2 * CHUNK // 512, True)
        t.check(f'{offset}: zeros before', os.pread(fd, min(offset, MIB), 0), bytes(min(offset, MIB)))
        t.check(f'{offset}: data', os.pread(fd, 10, offset), b'end')
        os.close(fd)
    fd = os.open(t.path('filled'), os.O_RDWR | os.O_CREAT)
    os.write(fd, random.Random(1).randbytes(MIB))
    os.fsync(fd)
    t.check('a full MiB has its blocks', os.fstat(fd).st_blocks, lambda blocks: MIB // 512 <= blocks <= 2 * MIB // 512)
    os.ftruncate(fd, 0), os.fsync(fd)
    t.check('none when it is empty', os.fstat(fd).st_blocks, lambda blocks: blocks <= 8)
    t.check('st_blksize', os.fstat(fd).st_blksize, lambda size: size >= 512 and size & (size - 1) == 0)
    os.close(fd)


def seeks(t):
    path = t.path('seek')
    fd = os.open(path, os.O_RDWR | os.O_CREAT)
    os.ftruncate(fd, 8 * MIB)
    os.pwrite(fd, bytes(range(256)) * 512, 2 * MIB), os.pwrite(fd, b'x' * CHUNK, 5 * MIB)
    for where, data, hole in [(0, 2 * MIB, 0), (MIB, 2 * MIB, MIB), (2 * MIB, 2 * MIB, 2 * MIB + CHUNK), (2 * MIB + 5, 2 * MIB + 5, 2 * MIB + CHUNK),
                              (3 * MIB, 5 * MIB, 3 * MIB), (5 * MIB + CHUNK - 1, 5 * MIB + CHUNK - 1, 5 * MIB + CHUNK)]:
        t.check(f'SEEK_DATA from {where}', os.lseek(fd, where, os.SEEK_DATA), data)
        t.check(f'SEEK_HOLE from {where}', os.lseek(fd, where, os.SEEK_HOLE), hole)
    t.table([
        ('SEEK_DATA where no data follows', 'ENXIO', lambda: os.lseek(fd, 6 * MIB, os.SEEK_DATA)),
        ('SEEK_DATA at the end', 'ENXIO', lambda: os.lseek(fd, 8 * MIB, os.SEEK_DATA)),
        ('SEEK_HOLE at the end', 'ENXIO', lambda: os.lseek(fd, 8 * MIB, os.SEEK_HOLE)),
        ('SEEK_HOLE behind it', 'ENXIO', lambda: os.lseek(fd, 9 * MIB, os.SEEK_HOLE)),
        ('SEEK_DATA of -1', 'ENXIO', lambda: os.lseek(fd, -1, os.SEEK_DATA)),
        ('bad whence', 'EINVAL', lambda: os.lseek(fd, 0, 9)),
    ])
    t.check('SEEK_END', os.lseek(fd, -5, os.SEEK_END), 8 * MIB - 5)
    t.check('the position is where SEEK_DATA went', (os.lseek(fd, 0, os.SEEK_DATA), os.lseek(fd, 0, os.SEEK_CUR)), (2 * MIB, 2 * MIB))
    os.ftruncate(fd, 2 * MIB + 100)
    t.check('SEEK_HOLE: the end is a hole', os.lseek(fd, 2 * MIB, os.SEEK_HOLE), 2 * MIB + 100)
    os.close(fd)


def allocation(t):
    path = t.file('allocate', b'data')
    fd, reader, folder = os.open(path, os.O_RDWR), os.open(path, os.O_RDONLY), os.open(t.dir, os.O_RDONLY)
    for title, mode, offset, length, want, size in [
        ('plain, larger', 0, 0, 10_000, 'ok', 10_000), ('plain, within', 0, 0, 100, 'ok', 10_000), ('KEEP_SIZE', KEEP_SIZE, 0, MIB, 'ok', 10_000),
        ('at an offset', 0, 200_000, 5, 'ok', 200_005), ('zero range', ZERO_RANGE, 0, 2, 'ok', 200_005),
        ('zero range, larger', ZERO_RANGE, 200_000, 20_000, 'ok', 220_000), ('zero range KEEP_SIZE', ZERO_RANGE | KEEP_SIZE, 0, MIB, 'ok', 220_000),
        ('punch', PUNCH_HOLE | KEEP_SIZE, 0, 4096, 'ok', 220_000), ('punch behind the end', PUNCH_HOLE | KEEP_SIZE, MIB, MIB, 'ok', 220_000),
        ('punch without KEEP_SIZE', PUNCH_HOLE, 0, 4096, 'EOPNOTSUPP', 220_000), ('length 0', 0, 0, 0, 'EINVAL', 220_000),
        ('negative offset', 0, -1, 5, 'EINVAL', 220_000), ('negative length', 0, 0, -5, 'EINVAL', 220_000),
        ('unknown mode', 1 << 10, 0, 5, 'EOPNOTSUPP', 220_000), ('too far', 0, 2**63 - 4096, 4096, 'EFBIG', 220_000),
    ]:
        t.err(f'fallocate: {title}', want, fallocate, fd, mode, offset, length)
        t.check(f'fallocate: {title}: size', os.fstat(fd).st_size, size)
    t.err('fallocate on a reader', 'EBADF', fallocate, reader, 0, 0, 10)
    t.err('fallocate on a directory', 'EBADF', fallocate, folder, 0, 0, 10)
    t.err('posix_fallocate', 'ok', os.posix_fallocate, fd, 0, 300_000)
    # Not every file system can: then it must say so and leave the file alone.
    pattern = b''.join(bytes([number]) * 4096 for number in range(16))
    for title, mode, want in [('collapse', COLLAPSE, pattern[:4096] + pattern[8192:]), ('insert', INSERT, pattern[:4096] + bytes(4096) + pattern[4096:])]:
        shifted = t.file(title, pattern)
        writer = os.open(shifted, os.O_RDWR)
        answer = outcome(fallocate, writer, mode, 4096, 4096)
        t.check(title, answer, {'ok', 'EOPNOTSUPP'})
        t.check(f'{title}: data', read(shifted), want if answer == 'ok' else pattern)
        os.close(writer)
    for each in (fd, reader, folder):
        os.close(each)


def punching(t):
    data = random.Random(2).randbytes(3 * CHUNK + 1000)
    for mode in (PUNCH_HOLE | KEEP_SIZE, ZERO_RANGE):
        for offset, length in [(0, 1), (0, CHUNK), (1, CHUNK), (CHUNK - 1, 2), (CHUNK, CHUNK), (5000, 2 * CHUNK), (3 * CHUNK, 1000), (3 * CHUNK + 500, 500),
                               (0, len(data)), (4096, 4096), (100, 10)]:
            path = t.file('punched', data)
            fd = os.open(path, os.O_RDWR)
            fallocate(fd, mode, offset, length)
            t.check(f'mode {mode} at {offset}, {length} bytes', read(path) == data[:offset] + bytes(length) + data[offset + length:], True)
            os.close(fd)
    fd = os.open(t.file('holes', b'x' * (4 * CHUNK)), os.O_RDWR)
    os.fsync(fd)
    before = os.fstat(fd).st_blocks
    fallocate(fd, PUNCH_HOLE | KEEP_SIZE, CHUNK, 2 * CHUNK), os.fsync(fd)
    t.check('a punched hole gives blocks back', before - os.fstat(fd).st_blocks, 2 * CHUNK // 512)
    t.check('and is found', (os.lseek(fd, 0, os.SEEK_HOLE), os.lseek(fd, CHUNK, os.SEEK_DATA)), (CHUNK, 3 * CHUNK))
    os.close(fd)


def against_a_model(t):
    """Random writes, truncations and holes, against a bytearray."""
    source, model = random.Random(3), bytearray()
    fd = os.open(t.path('model'), os.O_RDWR | os.O_CREAT)
    for turn in range(120):
        at, length = source.randrange(4 * CHUNK), source.choice([1, 100, 4096, CHUNK - 1, CHUNK, CHUNK + 1])
        kind = source.choice(['write', 'write', 'truncate', 'punch', 'zero'])
        if kind == 'write':
            data = source.randbytes(length)
            os.pwrite(fd, data, at)
            model.extend(bytes(max(0, at + length - len(model))))
            model[at:at + length] = data
        elif kind == 'truncate':
            os.ftruncate(fd, at)
            model = model[:at] + bytes(max(0, at - len(model)))
        else:
            fallocate(fd, PUNCH_HOLE | KEEP_SIZE if kind == 'punch' else ZERO_RANGE, at, length)
            end = min(at + length, len(model))
            if kind == 'zero':
                model.extend(bytes(max(0, at + length - len(model))))
                end = at + length
            model[at:end] = bytes(max(0, end - at))
        t.check(f'turn {turn}, {kind} at {at}', read(t.path('model')) == bytes(model), True)
    os.close(fd)


def huge(t):
    path = t.file('huge')
    for size in (2**31 - 1, 2**31, 2**32, 2**32 + 1, 2**40, 2**43 - 1, 2**43, 2**43 + 1, 2**43 + 2**42):
        truncate(path, 0), truncate(path, size)
        t.check(f'size {size}', os.stat(path).st_size, size)
        fd = os.open(path, os.O_RDWR)
        os.pwrite(fd, b'far', size - 3)
        t.check(f'the end of {size}', os.pread(fd, 10, size - 5), b'\0\0far')
        data = os.lseek(fd, 1, os.SEEK_DATA)
        t.check(f'SEEK_DATA below {size}', data, lambda at, size=size: size - 3 - CHUNK < at <= size - 3)
        t.check(f'SEEK_HOLE from there, below {size}', os.lseek(fd, data, os.SEEK_HOLE), size)
        t.check(f'a write behind {size}', (os.pwrite(fd, b'further', size + 4), os.fstat(fd).st_size), (7, size + 11))
        t.check(f'is read behind {size}', os.pread(fd, 20, size - 3), b'far' + bytes(4) + b'further')
        os.close(fd)
    t.check('hardly any blocks', os.stat(path).st_blocks, lambda blocks: blocks < 4 * MIB // 512)
    t.err('a size nobody can hold', 'EFBIG', truncate, path, 2**63 - 1)
    t.err('a negative size', 'EINVAL', truncate, path, -1)
    t.err_as(STRANGER, 'truncate by a stranger', 'EACCES', truncate, path, 0)
    write(path, b'')


def largest(t):
    """What begins below the largest size and ends above it is done as far as it goes; what begins there is EFBIG."""
    path = t.file('largest')
    fd, log = os.open(path, os.O_RDWR), os.open(path, os.O_WRONLY | os.O_APPEND)
    source = os.open(t.file('source', b's' * CHUNK), os.O_RDONLY)
    most = largest_size(fd)
    t.check('the largest size', most, lambda size: size >= 2**44 - 4096)
    for length, fits in ((3, 3), (10, 3), (4096, 1), (CHUNK, 5000), (3 * MIB, 2 * MIB), (CHUNK, CHUNK)):
        os.ftruncate(fd, 0)
        title = f'{length} bytes, {fits} below the largest size'
        t.check(f'write: {title}', os.pwrite(fd, b'w' * length, most - fits), fits)
        t.check(f'write: {title}: all that is there', (os.fstat(fd).st_size, os.pread(fd, length, most - fits) == b'w' * fits), (most, True))
    for length, fits in ((3, 3), (10, 3), (3 * MIB, 5000)):
        os.ftruncate(fd, most - fits)
        t.check(f'append: {length} bytes, {fits} below the largest size', (os.write(log, b'a' * length), os.fstat(fd).st_size), (fits, most))
        t.check(f'appended: {fits} below the largest size', os.pread(fd, length, most - fits) == b'a' * fits, True)
    os.ftruncate(fd, 0)
    for length, fits in ((10, 10), (10, 3), (CHUNK, 5000)):
        os.ftruncate(fd, 0)
        title = f'{length} bytes, {fits} below the largest size'
        t.check(f'copy_file_range: {title}', os.copy_file_range(source, fd, length, 0, most - fits), fits)
        t.check(f'copy_file_range: {title}: all that is there', (os.fstat(fd).st_size, os.pread(fd, length, most - fits) == b's' * fits), (most, True))
    os.ftruncate(fd, most - 1)
    t.check('writev across it', os.pwritev(fd, [b'1', b'23', b'456'], most - 3), 3)
    t.check('written by writev', os.pread(fd, 10, most - 3), b'123')
    t.table([
        ('write at the largest size', 'EFBIG', lambda: os.pwrite(fd, b'x', most)),
        ('write behind it', 'EFBIG', lambda: os.pwrite(fd, b'x', most + 5)),
        ('write of nothing behind it', 'ok', lambda: os.pwrite(fd, b'', most + 5)),
        ('append at it', 'EFBIG', lambda: os.write(log, b'x')),
        ('copy_file_range to it', 'EFBIG', lambda: os.copy_file_range(source, fd, 10, 0, most)),
        ('copy_file_range behind it', 'EFBIG', lambda: os.copy_file_range(source, fd, 10, 0, most + 5)),
        ('ftruncate above it', 'EFBIG', lambda: os.ftruncate(fd, most + 1)),
        ('truncate above it', 'EFBIG', lambda: truncate(path, most + 1)),
        ('fallocate across it', 'EFBIG', lambda: fallocate(fd, 0, most - 10, 11)),
        ('fallocate across it, KEEP_SIZE', 'EFBIG', lambda: fallocate(fd, KEEP_SIZE, most - 10, 11)),
        ('punch across it', 'EFBIG', lambda: fallocate(fd, PUNCH_HOLE | KEEP_SIZE, most - 10, 11)),
        ('ftruncate to it', 'ok', lambda: os.ftruncate(fd, most)),
    ])
    t.check('read across it', os.pread(fd, 10, most - 3), b'123')
    t.check('read at it, and behind', (os.pread(fd, 10, most), os.pread(fd, 10, most + 5)), (b'', b''))
    t.check('nothing has grown', os.fstat(fd).st_size, most)
    for each in (fd, log, source):
        os.close(each)
    os.unlink(path)


def largest_size(fd):
    """Looked for by halves."""
    fits, fails = 0, 2**63
    while fails - fits > 1:
        size = (fits + fails) // 2
        try:
            os.ftruncate(fd, size)
            fits = size
        except OSError as err:
            assert err.errno == errno.EFBIG, err
            fails = size
    return fits
