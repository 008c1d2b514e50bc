"""statfs, statx, and what stat says of each type."""
import os
import subprocess

from calls import statx
from harness import STRANGER, in_child, write

NEW_FILES = 50
COUNTINGS = 4
SIZED_BYTES = (0, 1, 4096, 70000, 300000)
HOLE_BYTES = 1 << 30


def run(t):
    info = os.statvfs(t.dir)
    for title, holds in {
        'a block size': info.f_bsize >= 512 and info.f_frsize >= 512, 'blocks': info.f_blocks > 0, 'free within all': info.f_bfree <= info.f_blocks,
        'available within free': info.f_bavail <= info.f_bfree, 'files': info.f_files > 0, 'free files': info.f_ffree <= info.f_files,
        'available files': info.f_favail <= info.f_files, 'names of 255': info.f_namemax == 255,
        'room in bytes': info.f_blocks * info.f_frsize >= 1 << 20,
    }.items():
        t.check(f'statvfs: {title}', holds, True)
    fd = os.open(t.dir, os.O_RDONLY)
    t.check('fstatvfs', os.fstatvfs(fd).f_blocks, info.f_blocks)
    os.close(fd)
    t.check('by any user', in_child(lambda: os.statvfs(t.dir).f_blocks, user=STRANGER), info.f_blocks)
    t.err('of nothing', 'ENOENT', os.statvfs, t.path('none'))
    # On the oracle other programs of the machine make and remove files meanwhile; on a mount, what was unlinked before goes a bit later.
    for where, base in (('here', t.dir), ('there', t.other)):
        counted = max(counted_more(t, base) for _ in range(COUNTINGS))
        t.check(f'fifty new files are fifty more {where}', counted, lambda more: more >= NEW_FILES if t.is_ext4 else more == NEW_FILES)
    seen = set()
    for number in range(NEW_FILES):
        first, second = os.stat(t.path(f'f{number}')), os.lstat(t.path(f'f{number}'))
        seen.add(first.st_ino)
        t.check(f'f{number}: stat and lstat agree', first == second, True)
        t.check(f'f{number}: device', first.st_dev, os.stat(t.dir).st_dev)
    t.check('fifty inode numbers', len(seen), NEW_FILES)
    path = t.file('x', b'12345', 0o640, 7, 8)
    os.symlink('x', t.path('link'))
    plain = os.stat(path)
    for mask in (0x7ff, 0xfff, 1, 0x200):
        fields = statx(path, mask)
        t.check(f'statx {mask:#x}: type and mode', fields[6], plain.st_mode)
        t.check(f'statx {mask:#x}: owner', fields[4:6], (7, 8))
        t.check(f'statx {mask:#x}: ino, size', fields[7:9], (plain.st_ino, 5))
    t.check('statx of a link', statx(t.path('link'))[8], 1)
    t.check('statx through it', statx(t.path('link'), flags=0)[8], 5)
    t.err('statx of nothing', 'ENOENT', statx, t.path('none'))
    usage_tools(t)
    t.check('inode numbers stay', [os.stat(path).st_ino for _ in range(5)], [plain.st_ino] * 5)


def usage_tools(t):
    """du(1) and df(1) add up what stat and statvfs say: links once, holes not at all."""
    top = t.folder('sized')
    for number, size in enumerate(SIZED_BYTES):
        write(f'{top}/s{number}', b'x' * size)
        os.link(f'{top}/s{number}', f'{top}/again{number}')
    with open(f'{top}/hole', 'wb') as out:
        out.truncate(HOLE_BYTES)
    inodes = {info.st_ino: info for info in map(os.lstat, [top] + [f'{top}/{name}' for name in os.listdir(top)])}
    t.check('du: blocks of each inode once', said('du', '-s', '-B1', top), sum(info.st_blocks * 512 for info in inodes.values()))
    t.check('du: no more than was written', said('du', '-s', '-B1', top), lambda used: used < HOLE_BYTES // 8)
    sizes = sum(info.st_size for info in inodes.values())
    t.check('du --apparent-size: sizes', said('du', '-s', '-B1', '--apparent-size', top), {sizes, sizes - os.stat(top).st_size})
    info = os.statvfs(t.dir)
    t.check('df: size', said('df', '-B1', '--output=size', t.dir), info.f_blocks * info.f_frsize)
    t.check('df: available no more than the size', said('df', '-B1', '--output=avail', t.dir), lambda available: 0 <= available <= info.f_blocks * info.f_frsize)


def said(*command):
    """The first number of what a program prints last."""
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1].split()[0])


def counted_more(t, base):
    """By how many the count of files grows when some are made."""
    first, used = len(os.listdir(t.dir)), files_used(base)
    for number in range(first, first + NEW_FILES):
        write(t.path(f'f{number}'), b'x')
    return files_used(base) - used


def files_used(path):
    info = os.statvfs(path)
    return info.f_files - info.f_ffree
