"""One client of a fault test: works on a mount and records every operation with monotonic times.

usage: worker.py MOUNT NAME PEER SECONDS    one JSON list an operation on stdout:
[kind, key, value, begun_ns, ended_ns, errno or 0]
"""
import json
import os
import sys
import time

mount, name, peer, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
end = time.monotonic() + seconds
count = 0


def register(of):
    return os.path.join(mount, "register-" + of)


def write_register(value):
    fd = os.open(register(name), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.pwrite(fd, b"%016d" % value, 0)
    finally:
        os.close(fd)


def read_register(_):
    try:
        fd = os.open(register(peer), os.O_RDONLY)
    except FileNotFoundError:
        return 0
    try:
        return int(os.pread(fd, 16, 0) or 0)
    finally:
        os.close(fd)


def append(value):
    fd = os.open(os.path.join(mount, "log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        os.write(fd, b"%s-%08d\n" % (name.encode(), value))
    finally:
        os.close(fd)


def create(value):
    path = os.path.join(mount, "made-%s-%d" % (name, value))
    draft = path + ".new"
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        os.write(fd, b"%d\n" % value)
    finally:
        os.close(fd)
    os.rename(draft, path)


STEPS = [("register", write_register), ("read", read_register), ("append", append), ("create", create)]
while time.monotonic() < end:
    count += 1
    kind, step = STEPS[count % len(STEPS)]
    begun, error, value = time.monotonic_ns(), 0, count
    try:
        result = step(count)
        if kind == "read":
            value = result
    except OSError as failure:
        error = failure.errno
    print(json.dumps([kind, peer if kind == "read" else name, value, begun, time.monotonic_ns(), error]), flush=True)
    time.sleep(0.002)
