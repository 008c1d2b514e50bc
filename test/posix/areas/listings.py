"""Reading directories: positions, entries that come and go, many entries."""
import os
import subprocess

from calls import getdents
from harness import opened, tick, write

CREATE = os.O_CREAT | os.O_WRONLY
MANY = 10_000
LISTED = 70


def run(t):
    types(t)
    positions(t)
    changing(t)
    attributes(t)
    many(t)


def listed(fd, size=4096):
    entries = []
    while True:
        some = getdents(fd, size)
        if not some:
            return entries
        entries += some


def names_of(entries):
    return sorted(name for name, *_ in entries if name not in (b'.', b'..'))


def types(t):
    path = t.folder('types')
    os.chdir(path)
    opened('file', CREATE), os.mkdir('dir'), os.symlink('x', 'link'), os.mkfifo('fifo')
    os.mknod('char', 0o020600, os.makedev(1, 3)), os.mknod('block', 0o060600, os.makedev(7, 99)), os.mknod('sock', 0o140600)
    fd = os.open('.', os.O_RDONLY)
    found = {name: (kind, ino) for name, kind, _, ino in listed(fd)}
    for name, kind in ((b'file', 8), (b'dir', 4), (b'link', 10), (b'fifo', 1), (b'char', 2), (b'block', 6), (b'sock', 12)):
        t.check(f'd_type of {name!r}', found[name][0], kind)
        t.check(f'd_ino of {name!r}', found[name][1], os.lstat(name).st_ino)
    t.err('a buffer too small for one entry', 'EINVAL', lambda: (os.lseek(fd, 0, 0), getdents(fd, 20)))
    os.close(fd)
    os.chdir('/')


def positions(t):
    path = t.folder('positions')
    for number in range(100):
        opened(os.path.join(path, f'n{number:03}'), CREATE)
    fd = os.open(path, os.O_RDONLY)
    whole = listed(fd)
    t.check('all names once', len({name for name, *_ in whole}), 102)
    t.check('no name twice', len(whole), 102)
    for index in range(0, 101, 5):
        os.lseek(fd, whole[index][2], os.SEEK_SET)
        rest = [name for name, *_ in listed(fd, 1024)]
        t.check(f'seekdir after entry {index}', rest, [name for name, *_ in whole[index + 1:]])
    os.lseek(fd, 0, os.SEEK_SET)
    t.check('rewinddir', names_of(listed(fd)), names_of(whole))
    t.check('at the end there is no more', getdents(fd), [])
    opened(os.path.join(path, 'later'), CREATE)
    os.lseek(fd, 0, os.SEEK_SET)
    t.check('rewinddir shows what is new', b'later' in names_of(listed(fd)), True)
    os.close(fd)


def changing(t):
    """Entries that were there all the time are seen exactly once, whatever happens to the others."""
    path = t.folder('changing')
    stay = [f'stay{number:04}'.encode() for number in range(500)]
    go = [f'go{number:04}'.encode() for number in range(500)]
    base = os.fsencode(path)
    for a, b in zip(stay, go):
        opened(base + b'/' + a, CREATE), opened(base + b'/' + b, CREATE)
    for size in (1024, 4096, 32768):
        fd, seen, step = os.open(path, os.O_RDONLY), [], 0
        while some := getdents(fd, size):
            seen += [name for name, *_ in some]
            for name in go[step * 7:step * 7 + 7]:
                toggle(base + b'/' + name)
            if step < 50:  # A listing may show what comes while it is read: it must end all the same.
                opened(base + b'/new%d-%d' % (size, step), CREATE)
            step += 1
        os.close(fd)
        t.check(f'buffers of {size}: those that stay, once each', sorted(name for name in seen if name.startswith(b'stay')), stay)
        t.check(f'buffers of {size}: nothing twice', len(seen), len(set(seen)))
    fd, removed = os.open(path, os.O_RDONLY), 0
    while some := getdents(fd, 2048):
        for name, *_ in some:
            if name not in (b'.', b'..'):
                os.unlink(base + b'/' + name)
                removed += 1
    os.close(fd)
    t.check('removed while reading, as rm -r does', os.listdir(path), [])
    t.err('and empty', 'ok', os.rmdir, path)


def toggle(path):
    if os.path.exists(path):
        os.unlink(path)
    else:
        opened(path, CREATE)


def attributes(t):
    """What a listing brings along (READDIRPLUS) is what each entry's own descriptor and the other mount say, also after changes there."""
    here, there = t.folder('attributes'), os.path.join(t.other, 'attributes')
    for number in range(LISTED):
        write(os.path.join(here, f'f{number:03}'), b'x' * number)
        if number % 10 == 0:
            os.mkdir(os.path.join(here, f'd{number:03}')), os.symlink('x' * (number + 1), os.path.join(here, f's{number:03}'))
    at = lambda number: os.path.join(there, f'f{number:03}')
    for title, change in [
        ('at first', lambda: None),
        ('after chmod there', lambda: [os.chmod(at(number), 0o600 + number % 8) for number in range(0, LISTED, 3)]),
        ('after chown there', lambda: [os.chown(at(number), number, 7) for number in range(0, LISTED, 4)]),
        ('after writes there', lambda: [write(at(number), b'written') for number in range(0, LISTED, 5)]),
        ('after renames there', lambda: [os.rename(at(number), at(number) + '-renamed') for number in range(0, LISTED, 7)]),
        ('after renames over others there', lambda: [os.rename(at(number), at(number + 1)) for number in range(1, LISTED - 6, 7)]),
        ('after links there', lambda: [os.link(at(number), at(number) + '-link') for number in range(2, LISTED, 7)]),
        ('after mkdir there', lambda: [os.mkdir(os.path.join(there, f'd{number:03}', 'in')) for number in range(0, LISTED, 10)]),
    ]:
        tick()
        change()
        told = scanned(here)
        t.check(f'{title}: stat by the listing is fstat', differing(told, {name: by_descriptor(here, name) for name in told}), {})
        t.check(f'{title}: and lstat there', differing(told, {name: facts(os.lstat(os.path.join(there, name))) for name in os.listdir(there)}), {})
        t.check(f'{title}: and the listing there', differing(told, scanned(there)), {})
        t.check(f'{title}: ls -l', long_listing(here), long_listing(there))
    t.check('all have been listed', len(told), lambda count: count >= LISTED)


def facts(info):
    return (info.st_ino, info.st_mode, info.st_nlink, info.st_uid, info.st_gid, info.st_size, info.st_mtime_ns, info.st_ctime_ns)


def scanned(path):
    """As the kernel tells them right after listing a directory."""
    with os.scandir(path) as entries:
        return {entry.name: facts(entry.stat(follow_symlinks=False)) for entry in entries}


def by_descriptor(path, name):
    fd = os.open(os.path.join(path, name), os.O_NOFOLLOW | (os.O_PATH if name.startswith('s') else os.O_RDONLY))
    try:
        return facts(os.fstat(fd))
    finally:
        os.close(fd)


def differing(one, other):
    return {name: (one.get(name), other.get(name)) for name in {*one, *other} if one.get(name) != other.get(name)}


def long_listing(path):
    return subprocess.run(['ls', '-lin', '--time-style=full-iso', path], capture_output=True, text=True, check=True).stdout.splitlines()[1:]


def many(t):
    path = t.folder('many')
    fd = os.open(path, os.O_RDONLY)
    for number in range(MANY):
        os.mknod(f'{number:05}', 0o100644, dir_fd=fd)
    found = sorted(os.listdir(path))
    t.check('10,000 entries listed', len(found), MANY)
    t.check('the right ones', found, [f'{number:05}' for number in range(MANY)])
    with os.scandir(path) as entries:
        t.check('and scanned', sum(entry.is_file() for entry in entries), MANY)
    t.err('rmdir while full', 'ENOTEMPTY', os.rmdir, path)
    for number in range(MANY):
        os.unlink(f'{number:05}', dir_fd=fd)
    t.check('none is left', os.listdir(path), [])
    os.close(fd)
    t.err('rmdir when empty', 'ok', os.rmdir, path)
