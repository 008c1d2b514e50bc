"""What every area stands on: scratch directories, checks that count, errno by name, other users by fork."""
import errno
import os
import pickle
import time
import traceback

from calls import EXT4, statfs_type

ROOT = (0, 0, ())
OWNER = (3001, 4001, (4001, 4002))
MEMBER = (3002, 4003, (4003, 4001))
STRANGER = (3003, 4009, (4009,))
# Two names of one number: the one that the manual pages use.
ALIASES = {'ENOTSUP': 'EOPNOTSUPP', 'EDEADLOCK': 'EDEADLK'}


def outcome(call, *args, **kwargs):
    """'ok', or the name of the errno that the call failed with."""
    try:
        call(*args, **kwargs)
    except OSError as err:
        name = errno.errorcode.get(err.errno, str(err.errno))
        return ALIASES.get(name, name)
    return 'ok'


def in_child(call, *args, user=None):
    """Runs a call in a child process, as another user if one is named. Returns what it returns, or raises what it raises."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            if user is not None:
                os.setgroups(user[2])
                os.setresgid(user[1], user[1], user[1])
                os.setresuid(user[0], user[0], user[0])
            answer = ('value', call(*args))
        except OSError as err:
            answer = ('errno', err.errno)
        except BaseException:
            answer = ('broken', traceback.format_exc())
        with os.fdopen(writer, 'wb') as out:
            pickle.dump(answer, out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, 'rb') as back:
        kind, value = pickle.load(back)
    os.waitpid(pid, 0)
    if kind == 'errno':
        raise OSError(value, os.strerror(value))
    if kind == 'broken':
        raise RuntimeError(value)
    return value


class Tester:
    """One area's run: an empty directory of its own (also as the second mount shows it), and its counts."""

    def __init__(self, area, directory, second, keeps_access_times):
        self.area = area
        self.dir = directory
        self.second = second
        self.other = second or directory
        self.keeps_access_times = keeps_access_times
        # The oracle is shared with every other program of the machine, and has limits of its own.
        self.is_ext4 = statfs_type(directory) == EXT4
        self.count = 0
        self.deviations = []

    def check(self, title, got, want):
        """`want` is a value, a set of values of which any will do, or a predicate."""
        self.count += 1
        is_set = isinstance(want, (set, frozenset))
        holds = want(got) if callable(want) else got in want if is_set else got == want
        if not holds:
            wanted = 'otherwise' if callable(want) else repr(want)
            self.deviations.append(f'{self.area}: {title}: got {got!r}, want {wanted}')

    def skip(self, what, why):
        """As everywhere in hafs: nothing is left out where HAFS_NO_SKIP is set."""
        if os.environ.get('HAFS_NO_SKIP'):
            self.check(what, f'skipped: {why}', 'done')
        else:
            print(f'               skipped: {what}: {why}', flush=True)

    def err(self, title, want, call, *args, **kwargs):
        self.check(title, outcome(call, *args, **kwargs), want)

    def err_as(self, user, title, want, call, *args):
        self.check(title, outcome(in_child, call, *args, user=user), want)

    def table(self, rows):
        """Rows of title, wanted outcome, call."""
        for title, want, call in rows:
            self.err(title, want, call)

    def table_as(self, user, rows):
        """The same as another user, in one child."""
        got = in_child(lambda: [outcome(call) for _, _, call in rows], user=user)
        for (title, want, _), answer in zip(rows, got):
            self.check(title, answer, want)

    def path(self, *names):
        return os.path.join(self.dir, *names)

    def file(self, name, data=b'', mode=0o644, uid=0, gid=0):
        path = self.path(name)
        with open(path, 'wb') as out:
            out.write(data)
        return self.own(path, mode, uid, gid)

    def folder(self, name, mode=0o755, uid=0, gid=0):
        path = self.path(name)
        os.mkdir(path)
        return self.own(path, mode, uid, gid)

    def own(self, path, mode, uid, gid):
        os.chown(path, uid, gid)
        os.chmod(path, mode)
        return path


def tick():
    """Longer than the step of the kernel's clock for times of files: what changes after it has a later time."""
    time.sleep(0.012)


def read(path):
    with open(path, 'rb') as source:
        return source.read()


def write(path, data):
    with open(path, 'wb') as out:
        out.write(data)


def permissions(path):
    return os.lstat(path).st_mode & 0o7777


def opened(path, flags, mode=0o644):
    """Opens and closes."""
    os.close(os.open(path, flags, mode))
