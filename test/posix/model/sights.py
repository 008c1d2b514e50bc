"""What there is to see of files, in a form that two file systems can be compared by."""
import os
import stat
import time
import zlib

CLOCK_SLACK_NS = 2_000_000_000
CONTENT_BYTES_MAX = 4 << 20
TIMES = ('st_atime_ns', 'st_mtime_ns', 'st_ctime_ns')


class Sights:
    """Remembers the times it has seen, to say of each whether it has moved since."""

    def __init__(self):
        self.began_ns = time.time_ns() - CLOCK_SLACK_NS
        self.times = {}

    def copy(self):
        other = Sights()
        other.began_ns, other.times = self.began_ns, dict(self.times)
        return other

    def of(self, info):
        """What stat says, but for what differs by nature: sizes of directories, blocks, numbers of inodes."""
        is_directory = stat.S_ISDIR(info.st_mode)
        return {
            'mode': oct(without_idle_setgid(info.st_mode)), 'links': info.st_nlink, 'uid': info.st_uid, 'gid': info.st_gid,
            'size': None if is_directory else info.st_size, 'rdev': info.st_rdev,
            'times': [self.time(info, which) for which in TIMES],
        }

    def time(self, info, which):
        """`moved`, `same`, or the time itself where somebody has set it."""
        value = getattr(info, which)
        if not self.began_ns <= value <= time.time_ns() + CLOCK_SLACK_NS:
            return value
        key = (info.st_ino, which)
        before, self.times[key] = self.times.get(key), value
        return 'same' if before == value else 'moved'

    def paths(self, top, names):
        """Some paths and the directories that they are in."""
        seen = {}
        for name in names:
            for path in (os.path.dirname(name), name):  # In this order: two paths may be of one inode.
                seen[path.decode('latin-1')] = self.path(os.path.join(top, path))
        return seen

    def path(self, path):
        try:
            return self.of(os.lstat(path))
        except OSError as err:
            return err.strerror

    def tree(self, base, with_contents):
        """Everything from `base` down, in the order of the names; which names are of one inode too."""
        seen, first_names = {}, {}
        for path in walk(base):
            name = os.path.relpath(path, base).decode('latin-1')
            info = os.lstat(path)
            entry = seen[name] = self.of(info)
            entry['is'] = first_names.setdefault(info.st_ino, name)
            if stat.S_ISLNK(info.st_mode):
                entry['target'] = os.readlink(path).decode('latin-1')
            if with_contents:
                entry['xattrs'] = xattrs(path)
                if stat.S_ISREG(info.st_mode):
                    entry['content'] = content(path)
        return seen


def without_idle_setgid(mode):
    """The bit does nothing without group execute, and FUSE keeps it where Linux takes it away (docs/posix.md)."""
    return mode & ~stat.S_ISGID if stat.S_ISREG(mode) and not mode & stat.S_IXGRP else mode


def walk(path):
    yield path
    if stat.S_ISDIR(os.lstat(path).st_mode):
        for name in sorted(os.listdir(path)):
            yield from walk(os.path.join(path, name))


def xattrs(path):
    names = sorted(os.listxattr(path, follow_symlinks=False))
    return {name: digest(os.getxattr(path, name, follow_symlinks=False)) for name in names}


def content(path):
    """All of it, or both ends of what is mostly a hole."""
    with open(path, 'rb') as source:
        size = os.fstat(source.fileno()).st_size
        if size <= CONTENT_BYTES_MAX:
            return digest(source.read())
        return [digest(os.pread(source.fileno(), CONTENT_BYTES_MAX // 2, at)) for at in (0, size - CONTENT_BYTES_MAX // 2)]


def digest(data):
    return f'{len(data)} bytes {zlib.crc32(data):08x}'
