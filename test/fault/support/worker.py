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
WRITERS_MAX = 10
NAMES = os.path.join(mount, "names")


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


def set_size(of, value):
    """A register whose value is a file's size: read from its attributes alone."""
    fd = os.open(register(of), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.ftruncate(fd, value)
    finally:
        os.close(fd)
    return value


def size(of):
    try:
        return os.stat(register(of)).st_size
    except FileNotFoundError:
        return 0


def replace(of, value):
    """A register that is replaced as a whole, by a new file renamed over it."""
    draft = register(of) + "." + name
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.write(fd, b"%016d" % value)
    finally:
        os.close(fd)
    os.rename(draft, register(of))
    return value


def look_for(of):
    """A name, sought in a listing of its directory."""
    with os.scandir(NAMES) as entries:
        return next((entry.inode() for entry in entries if entry.name == of), "ENOENT")


def use_name(kind, of):
    """A name that all clients make, remove and look for: the inode, "ok", or why not."""
    path = os.path.join(NAMES, of)
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
    shared, sized, page = ("%s-%d" % (what, random.randrange(2)) for what in ("shared", "sized", "page"))
    # No two writes of a shared register, by whomever, have the same value.
    unique = WRITERS_MAX * count + int(name[1:])
    kind = random.choice(["create", "create", "unlink", "lookup"])
    lock = "lock-%d" % random.randrange(3)
    steps = [
        ("register", name, count, lambda: write_register(name, count)),
        ("read", peer, 0, lambda: read_register(peer)),
        ("register", shared, unique, lambda: write_register(shared, unique)),
        ("read", shared, 0, lambda: read_register(shared)),
        ("append", name, count, lambda: append(count)),
        ("create", name, count, lambda: create(count)),
        (kind + " name", lock, 0, lambda: use_name(kind, lock)),
        ("register", sized, unique, lambda: set_size(sized, unique)),
        ("read", sized, 0, lambda: size(sized)),
        ("register", page, unique, lambda: replace(page, unique)),
        ("read", page, 0, lambda: read_register(page)),
        ("lookup name", lock, 0, lambda: look_for(lock)),
    ]
    return steps[count % len(steps)]


os.makedirs(NAMES, exist_ok=True)
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
