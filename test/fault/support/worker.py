"""One client of a fault test: works on a mount and records every operation with monotonic times.

usage: worker.py MOUNT NAME PEER SECONDS    ends sooner when its input does; one JSON list an operation on stdout:
[kind, key, value, begun_ns, ended_ns, errno or 0]    EEXIST and ENOENT of a name are values, no errors.
"""
import errno
import json
import os
import random
import sys
import threading
import time

mount, name, peer, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
end = time.monotonic() + seconds
count = 0


def end_with_input():
    global end
    os.read(0, 1)
    end = 0


def register(of):
    return os.path.join(mount, "register-" + of)


def write_register(of, value):
    fd = os.open(register(of), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.pwrite(fd, b"%016d" % value, 0)
    finally:
        os.close(fd)
    return value


def read_register(of):
    try:
        fd = os.open(register(of), os.O_RDONLY)
    except FileNotFoundError:
        return 0
    try:
        return int(os.pread(fd, 16, 0) or 0)
    finally:
        os.close(fd)


def use_name(kind, path):
    """A name that all clients make, remove and look for: the inode, "ok", or why not."""
    try:
        if kind == "lookup":
            return os.stat(path).st_ino
        if kind == "unlink":
            os.unlink(path)
            return "ok"
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except (FileExistsError, FileNotFoundError) as refusal:
        return errno.errorcode[refusal.errno]
    try:
        return os.fstat(fd).st_ino
    finally:
        os.close(fd)


def append(value):
    fd = os.open(os.path.join(mount, "log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        os.write(fd, b"%s-%08d\n" % (name.encode(), value))
    finally:
        os.close(fd)
    return value


def create(value):
    path = os.path.join(mount, "made-%s-%d" % (name, value))
    draft = path + ".new"
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        os.write(fd, b"%d\n" % value)
    finally:
        os.close(fd)
    os.rename(draft, path)
    return value


def next_step():
    """@returns kind, key, value if it is known before, what to do."""
    shared = "shared-%d" % random.randrange(2)
    # Each writer's values of a shared register are odd, or even: no two writes have the same.
    unique = 2 * count + (name < peer)
    kind = random.choice(["create", "create", "unlink", "lookup"])
    lock = "lock-%d" % random.randrange(3)
    steps = [
        ("register", name, count, lambda: write_register(name, count)),
        ("read", peer, 0, lambda: read_register(peer)),
        ("register", shared, unique, lambda: write_register(shared, unique)),
        ("read", shared, 0, lambda: read_register(shared)),
        ("append", name, count, lambda: append(count)),
        ("create", name, count, lambda: create(count)),
        (kind + " name", lock, 0, lambda: use_name(kind, os.path.join(mount, lock))),
    ]
    return steps[count % len(steps)]


threading.Thread(target=end_with_input, daemon=True).start()
while time.monotonic() < end:
    count += 1
    kind, key, value, step = next_step()
    begun, error = time.monotonic_ns(), 0
    try:
        value = step()
    except OSError as failure:
        error = failure.errno
    print(json.dumps([kind, key, value, begun, time.monotonic_ns(), error]), flush=True)
    time.sleep(0.002)
