"""Two parties to a lock: this process, and one that takes orders."""
import fcntl
import os
import time

from calls import OFD_GETLK, OFD_SETLK, OFD_SETLKW, lock_fields, lock_record
from harness import outcome

RD, WR, UN = fcntl.F_RDLCK, fcntl.F_WRLCK, fcntl.F_UNLCK
FREE = 'free'


class Other:
    """A child process that takes orders: each is a function of its descriptors, by name."""

    def __init__(self, path):
        self.orders, to_child = os.pipe()
        from_child, self.answers = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(to_child), os.close(from_child)
            self._serve(path)
        os.close(self.orders), os.close(self.answers)
        self.orders, self.answers = to_child, from_child

    def _serve(self, path):
        fds = {}
        while order := os.read(self.orders, 4096):
            verb, *args = eval(order)
            try:
                if verb == 'open':
                    fds[args[0]] = os.open(path, os.O_RDWR)
                    reply = 'ok'
                elif verb == 'close':
                    os.close(fds.pop(args[0]))
                    reply = 'ok'
                elif verb == 'flock':
                    reply = outcome(fcntl.flock, fds[args[0]], args[1])
                else:
                    reply = act(fds[args[0]], verb, *args[1:])
            except OSError as err:
                reply = err.strerror
            os.write(self.answers, repr(reply).encode())
        os._exit(0)

    def tell(self, *order):
        os.write(self.orders, repr(order).encode())

    def hear(self, seconds=20):
        import select
        ready, _, _ = select.select([self.answers], [], [], seconds)
        return eval(os.read(self.answers, 4096)) if ready else 'waits'

    def do(self, *order):
        self.tell(*order)
        return self.hear()

    def end(self):
        os.close(self.orders), os.close(self.answers)
        os.waitpid(self.pid, 0)


def act(fd, verb, kind=WR, start=0, length=0, whence=0):
    """Verbs: set, wait, get, and the same with `ofd-` before. `get` answers with what stands against it, `holder` with whose."""
    commands = {'set': fcntl.F_SETLK, 'wait': fcntl.F_SETLKW, 'get': fcntl.F_GETLK, 'holder': fcntl.F_GETLK,
                'ofd-set': OFD_SETLK, 'ofd-wait': OFD_SETLKW, 'ofd-get': OFD_GETLK}
    record = lock_record(kind, start, length, whence)
    if verb == 'holder':
        return lock_fields(fcntl.fcntl(fd, commands[verb], record))[3]
    if verb.endswith('get'):
        found = lock_fields(fcntl.fcntl(fd, commands[verb], record))
        return FREE if found[0] == UN else found[:3]
    return outcome(fcntl.fcntl, fd, commands[verb], record)


def pair(t, name):
    path = t.file(name, b'0123456789')
    other = Other(os.path.join(t.other, name))
    other.do('open', 'f')
    return path, os.open(path, os.O_RDWR), other


def soon(call, seconds=10):
    until = time.monotonic() + seconds
    while (got := call()) != 'ok' and time.monotonic() < until:
        time.sleep(0.05)
    return got
