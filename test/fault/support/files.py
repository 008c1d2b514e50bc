"""Writes numbered files through a mount and says when each was acknowledged, or checks that they are there.

usage: files.py write FOLDER NAME SECONDS MODE    one JSON list a file: [number, begun_ns, ended_ns, errno or 0]
       files.py check FOLDER NAME MODE            numbers on stdin; one JSON list a file that is not as it
                                                  was written: [number, what is wrong]

MODE says what acknowledges: close, fsync, osync (each write), append (close; a line of one common log).
"""
import errno
import json
import os
import sys
import time

command, folder, name = sys.argv[1:4]
FLAGS = os.O_WRONLY | os.O_CREAT


def content(number):
    """Other bytes for each name and number, of up to 150 KB: some files have two chunks."""
    line = b"%s-%08d\n" % (name.encode(), number)
    return line * (1 + number * 37 % 10_000)


def path_of(number):
    return os.path.join(folder, "%s-%08d" % (name, number))


def write_all(fd, data):
    while data:
        data = data[os.write(fd, data):]


def write_file(number, mode):
    fd = os.open(path_of(number), FLAGS | (os.O_SYNC if mode == "osync" else 0), 0o644)
    try:
        write_all(fd, content(number))
        if mode == "fsync":
            os.fsync(fd)
    finally:
        os.close(fd)


def append(number):
    fd = os.open(os.path.join(folder, "log"), FLAGS | os.O_APPEND, 0o644)
    try:
        os.write(fd, b"%s-%08d\n" % (name.encode(), number))
    finally:
        os.close(fd)


def write(seconds, mode):
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        begun, error = time.monotonic_ns(), 0
        try:
            append(number) if mode == "append" else write_file(number, mode)
        except OSError as failure:
            error = failure.errno
        print(json.dumps([number, begun, time.monotonic_ns(), error]), flush=True)
        time.sleep(0.05 if error else 0.001)


def fault_of(number):
    try:
        with open(path_of(number), "rb") as file:
            found = file.read()
    except OSError as failure:
        return errno.errorcode[failure.errno]
    wanted = content(number)
    if found == wanted:
        return None
    return "%d of %d bytes" % (sum(a == b for a, b in zip(found, wanted)), len(wanted))


def check(mode):
    numbers = [int(line) for line in sys.stdin]
    if mode == "append":
        with open(os.path.join(folder, "log"), "rb") as file:
            lines = set(file.read().split(b"\n"))
        faults = {n: None if b"%s-%08d" % (name.encode(), n) in lines else "no line" for n in numbers}
    else:
        faults = {n: fault_of(n) for n in numbers}
    for number, fault in faults.items():
        if fault is not None:
            print(json.dumps([number, fault]))


if command == "write":
    write(float(sys.argv[4]), sys.argv[5])
else:
    check(sys.argv[4])
