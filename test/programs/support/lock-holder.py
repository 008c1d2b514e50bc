"""Has a file open and takes orders about locks on it, each a line of JSON: lock-holder.py FILE. Answers each with a line."""
import fcntl
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../posix'))
from harness import outcome  # noqa: E402
from lock_party import UN, WR, act  # noqa: E402

WHERE = (10, 20)
VERBS = {'posix': '', 'ofd': 'ofd-'}

fd = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o644)


def take(kind, waits=False):
    if kind == 'flock':
        return outcome(fcntl.flock, fd, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    return act(fd, VERBS[kind] + ('wait' if waits else 'set'), WR, *WHERE)


def give(kind):
    return outcome(fcntl.flock, fd, fcntl.LOCK_UN) if kind == 'flock' else act(fd, VERBS[kind] + 'set', UN, *WHERE)


def against(kind):
    """What F_GETLK finds in the way of the whole file: its first byte and how many; flock(2) cannot be asked."""
    return None if kind == 'flock' else act(fd, VERBS[kind] + 'get', WR)[1:]


def write(text):
    return outcome(os.pwrite, fd, text.encode(), 0)


def read():
    try:
        return os.pread(fd, 100, 0).decode()
    except OSError as err:
        return outcome(lambda: (_ for _ in ()).throw(err))


ORDERS = {'take': take, 'wait': lambda kind: take(kind, True), 'give': give, 'against': against, 'write': write, 'read': read}
for line in sys.stdin:
    verb, *words = json.loads(line)
    print(json.dumps(ORDERS[verb](*words)), flush=True)
