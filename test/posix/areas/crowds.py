"""A directory with very many entries, read while others come and go; a file with very many names. How many: HAFS_POSIX_ENTRIES, HAFS_POSIX_LINKS."""
import os
import time

from calls import getdents
from harness import outcome

ENTRIES = int(os.environ.get('HAFS_POSIX_ENTRIES', 20_000))
LINKS = int(os.environ.get('HAFS_POSIX_LINKS', 2_000))
LINKS_MAX = 65_000
MAKERS = 8
COMERS = 500
BUFFER_BYTES = 32_768
SEEK_EVERY = 7


def run(t):
    path = os.fsencode(t.folder('crowd'))
    timed('made', lambda: in_parts(path, make))
    t.check('links of the directory', os.stat(path).st_nlink, 2)
    stop = keep_changing(os.fsencode(os.path.join(t.other, 'crowd')))
    for title, seeks in (('read through', False), ('read with seekdir', True)):
        seen, others = timed(title, lambda: survey(path, seeks))
        t.check(f'{title}: those that stay, each once', (min(seen), max(seen)), (1, 1))
        t.check(f'{title}: nobody else twice', len(others), len(set(others)))
    changes = stop()
    t.check('entries came and went meanwhile', changes, lambda count: count > 0)
    t.err('rmdir while full', 'ENOTEMPTY', os.rmdir, path)
    timed('removed', lambda: in_parts(path, os.unlink))
    t.check('none is left', [name for name in os.listdir(path) if name.startswith(b'stay')], [])
    links(t, LINKS_MAX if t.is_ext4 else LINKS)


def links(t, count):
    folder, file = os.fsencode(t.folder('names')), t.file('file', b'named')
    timed('linked', lambda: in_parts(folder, lambda path: os.link(file, path), count - 1))
    t.check('names of one file', os.stat(file).st_nlink, count)
    t.err('one name more', 'EMLINK' if count >= LINKS_MAX else 'ok', os.link, file, t.path('more'))
    if count < LINKS_MAX:
        os.unlink(t.path('more'))
    timed('unlinked', lambda: in_parts(folder, os.unlink, count - 1))
    t.check('one name is left', os.stat(file).st_nlink, 1)


def timed(what, call):
    began = time.monotonic()
    result = call()
    print(f'               {what} in {time.monotonic() - began:.1f} s', flush=True)
    return result


def name_of(number):
    return b'stay%07d' % number


def make(path):
    os.mknod(path, 0o100644)


def in_parts(path, act, count=ENTRIES):
    """Does something to each entry, by several processes at once."""
    pids = []
    for part in range(MAKERS):
        pid = os.fork()
        if pid == 0:
            for number in range(part, count, MAKERS):
                act(os.path.join(path, name_of(number)))
            os._exit(0)
        pids.append(pid)
    failed = [pid for pid in pids if os.waitpid(pid, 0)[1] != 0]
    if failed:
        raise RuntimeError(f'{len(failed)} of {MAKERS} processes failed')


def survey(path, seeks):
    """How often each of those that stay was seen, and the names of the others. With `seeks`, each piece from a directory opened anew."""
    seen, others = bytearray(ENTRIES), []
    fd, step = os.open(path, os.O_RDONLY), 0
    while some := getdents(fd, BUFFER_BYTES):
        # Not all that was read is taken: telldir and seekdir lead back to the middle of a buffer.
        taken = some[:max(1, len(some) // 2)] if seeks and step % SEEK_EVERY == 0 else some
        for name, *_ in taken:
            if name.startswith(b'stay'):
                seen[int(name[4:])] += 1
            else:
                others.append(name)
        if seeks and step % SEEK_EVERY == 0:
            os.close(fd)
            fd = os.open(path, os.O_RDONLY)
            os.lseek(fd, taken[-1][2], os.SEEK_SET)
        step += 1
    os.close(fd)
    return seen, others


def keep_changing(path):
    """Makes and removes other entries until it is told to stop, which returns how many changes that were."""
    answers, to_us = os.pipe()
    from_us, orders = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(orders)
        os.write(to_us, b'%d' % change_until(path, from_us))
        os._exit(0)
    os.close(from_us), os.close(to_us)

    def stop():
        os.close(orders)
        with os.fdopen(answers, 'rb') as source:
            count = int(source.read())
        os.waitpid(pid, 0)
        return count
    return stop


def change_until(path, orders):
    """Names are used again and again, so that the directory does not grow for ever under its reader."""
    os.set_blocking(orders, False)
    count = 0
    while outcome(os.read, orders, 1) == 'EAGAIN':
        name = os.path.join(path, b'come%d' % (count % COMERS))
        if outcome(make, name) == 'EEXIST':
            os.unlink(name)
        count += 1
    return count
