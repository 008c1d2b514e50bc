"""System calls that the os module lacks, by ctypes."""
import ctypes
import os
import struct

LIBC = ctypes.CDLL(None, use_errno=True)
AT_FDCWD = -100
AT_EMPTY_PATH = 0x1000
AT_SYMLINK_FOLLOW = 0x400
NOREPLACE, EXCHANGE, WHITEOUT = 1, 2, 4
KEEP_SIZE, PUNCH_HOLE, COLLAPSE, ZERO_RANGE, INSERT = 1, 2, 8, 16, 32
UTIME_NOW, UTIME_OMIT = (1 << 30) - 1, (1 << 30) - 2
O_TMPFILE = os.O_TMPFILE
EXT4 = 0xEF53
OFD_GETLK, OFD_SETLK, OFD_SETLKW = 36, 37, 38

_OFFSET = ctypes.c_longlong


def _checked(result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def _bytes(path):
    return os.fsencode(path)


def renameat2(old, new, flags=0):
    return _checked(LIBC.renameat2(AT_FDCWD, _bytes(old), AT_FDCWD, _bytes(new), flags))


def fallocate(fd, mode, offset, length):
    return _checked(LIBC.fallocate(fd, mode, _OFFSET(offset), _OFFSET(length)))


def linkat(old_fd, old, new, flags):
    return _checked(LIBC.linkat(old_fd, _bytes(old), AT_FDCWD, _bytes(new), flags))


def truncate(path, size):
    return _checked(LIBC.truncate(_bytes(path), _OFFSET(size)))


def utimensat(path, times, flags=0):
    """Times are (seconds, nanoseconds) of atime and mtime, or None."""
    packed = None if times is None else struct.pack('@4q', *times[0], *times[1])
    return _checked(LIBC.utimensat(AT_FDCWD, _bytes(path), packed, flags))


def getdents(fd, size=4096):
    """Entries as (name, type, offset of the next, ino)."""
    buffer = ctypes.create_string_buffer(size)
    length = _checked(LIBC.getdents64(fd, buffer, ctypes.c_size_t(size)))
    entries, at = [], 0
    while at < length:
        ino, after, record, kind = struct.unpack_from('=QqHB', buffer, at)
        name = buffer.raw[at + 19:at + record].split(b'\0', 1)[0]
        entries.append((name, kind, after, ino))
        at += record
    return entries


def statx(path, mask=0xfff, flags=0x100):
    """Returns (mask, blksize, attributes, nlink, uid, gid, mode, ino, size, blocks)."""
    buffer = ctypes.create_string_buffer(256)
    _checked(LIBC.statx(AT_FDCWD, _bytes(path), flags, mask, buffer))
    return struct.unpack_from('=IIQIIIH2xQQQ', buffer)


def statfs_type(path):
    """The magic number of the file system."""
    buffer = ctypes.create_string_buffer(256)
    _checked(LIBC.statfs(_bytes(path), buffer))
    return struct.unpack_from('@l', buffer)[0]


def syncfs(fd):
    return _checked(LIBC.syncfs(fd))


def sync_file_range(fd, offset, length, flags=7):
    return _checked(LIBC.sync_file_range(fd, _OFFSET(offset), _OFFSET(length), flags))


def msync(address, length, flags):
    return _checked(LIBC.msync(ctypes.c_void_p(address), ctypes.c_size_t(length), flags))


def faccessat2(path, mode, flags):
    number = 439
    return _checked(LIBC.syscall(number, AT_FDCWD, _bytes(path), mode, flags))


def lock_record(kind, start=0, length=0, whence=0):
    return struct.pack('@hhqqi4x', kind, whence, start, length, 0)


def lock_fields(record):
    """Type, start, length, pid."""
    kind, _, start, length, pid = struct.unpack('@hhqqi4x', record)
    return kind, start, length, pid
