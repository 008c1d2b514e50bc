"""Who waits for a lock, who changes one that he has, and circles of those who wait."""
import fcntl
import os
import signal
import threading

from calls import lock_record
from harness import outcome
from lock_party import RD, UN, WR, Other, act, pair, soon

SH, EX, NB = fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_NB


def run(t):
    waiting(t)
    closed_meanwhile(t)
    upgrade(t)
    deadlock(t)
    deadlock_of_readers(t)
    circle_of_three(t)
    flock_conversion(t)


def waiting(t):
    path, fd, other = pair(t, 'waiting')
    act(fd, 'set', WR, 0, 10)
    other.tell('wait', 'f', WR, 5, 1)
    t.check('waits', other.hear(0.3), 'waits')
    act(fd, 'set', UN, 0, 5)
    t.check('waits on', other.hear(0.2), 'waits')
    act(fd, 'set', UN, 5, 1)
    t.check('has it when it is free', other.hear(), 'ok')
    t.check('upgrade past another\'s', (act(fd, 'set', RD, 0, 5), act(fd, 'set', WR, 0, 5)), ('ok', 'ok'))
    act(fd, 'set', UN)
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(InterruptedError(4, 'x')))
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        os._exit(0 if outcome(fcntl.fcntl, os.open(path, os.O_RDWR), fcntl.F_SETLKW, lock_record(WR, 5, 1)) == 'EINTR' else 1)
    t.check('a signal ends the wait', os.waitpid(pid, 0)[1], 0)
    other.end()
    t.check('nothing is left of it', soon(lambda: act(fd, 'set', WR)), 'ok')
    os.close(fd)


def closed_meanwhile(t):
    path, fd, other = pair(t, 'closed')
    other.do('set', 'f', WR)
    got = []
    waiter = threading.Thread(target=lambda: got.append(act(fd, 'wait', WR)))
    waiter.start(), waiter.join(0.3)
    t.check('a thread waits', got, [])
    os.close(os.open(path, os.O_RDONLY))
    other.do('set', 'f', UN), waiter.join(20)
    t.check('it waits on when another thread closes the file, and gets it', got, ['ok'])
    t.check('held', other.do('set', 'f', WR), 'EAGAIN')
    os.close(fd)
    t.check('and is given up when it is closed once more', soon(lambda: other.do('set', 'f', WR)), 'ok')
    other.end()


def upgrade(t):
    _, fd, other = pair(t, 'upgrade')
    t.check('two readers', (act(fd, 'set', RD, 0, 5), other.do('set', 'f', RD, 0, 5)), ('ok', 'ok'))
    t.check('upgrade refused', act(fd, 'set', WR, 0, 5), 'EAGAIN')
    other.do('set', 'f', UN)
    t.check('the old one stays', (other.do('get', 'f', WR, 0, 5), other.do('set', 'f', WR, 0, 5)), ((RD, 0, 5), 'EAGAIN'))
    t.check('and is no more than it was', other.do('set', 'f', RD, 0, 5), 'ok')
    other.do('set', 'f', UN)
    t.check('upgrade once nobody else reads', act(fd, 'set', WR, 0, 5), 'ok')
    t.check('upgraded', other.do('get', 'f', RD, 0, 5), (WR, 0, 5))
    os.close(fd), other.end()


def deadlock(t):
    _, fd, other = pair(t, 'deadlock')
    act(fd, 'set', WR, 0, 1), other.do('set', 'f', WR, 1, 1)
    other.tell('wait', 'f', WR, 0, 1)
    t.check('the other waits', other.hear(0.3), 'waits')
    t.check('a circle', act(fd, 'wait', WR, 1, 1), 'EDEADLK')
    act(fd, 'set', UN)
    t.check('the other goes on', other.hear(), 'ok')
    os.close(fd), other.end()


def deadlock_of_readers(t):
    _, fd, other = pair(t, 'readers')
    act(fd, 'set', RD), other.do('set', 'f', RD)
    other.tell('wait', 'f', WR)
    t.check('a reader waits to write', other.hear(0.3), 'waits')
    t.check('so would the other', act(fd, 'wait', WR), 'EDEADLK')
    t.check('which reads on', other.hear(0.3), 'waits')
    act(fd, 'set', UN)
    t.check('until it gives up', other.hear(), 'ok')
    os.close(fd), other.end()


def circle_of_three(t):
    path, fd, second = pair(t, 'circle')
    third = Other(path)
    third.do('open', 'f')
    act(fd, 'set', WR, 0, 1), second.do('set', 'f', WR, 1, 1), third.do('set', 'f', WR, 2, 1)
    second.tell('wait', 'f', WR, 2, 1)
    third.tell('wait', 'f', WR, 0, 1)
    t.check('two of three wait', (second.hear(0.3), third.hear(0.3)), ('waits', 'waits'))
    t.check('the third would close the circle', act(fd, 'wait', WR, 1, 1), 'EDEADLK')
    t.check('the two wait on', (second.hear(0.2), third.hear(0.2)), ('waits', 'waits'))
    act(fd, 'set', UN)
    t.check('one goes on', third.hear(), 'ok')
    third.do('set', 'f', UN)
    t.check('and then the other', second.hear(), 'ok')
    third.end(), second.end(), os.close(fd)


def flock_conversion(t):
    """flock(2): the old lock goes first, and is gone if the new one is not to be had."""
    path, fd, other = pair(t, 'conversion')
    third = os.open(path, os.O_RDONLY)
    fcntl.flock(fd, SH), other.do('flock', 'f', SH)
    t.check('conversion refused', outcome(fcntl.flock, fd, EX | NB), 'EAGAIN')
    t.check('nothing is left of the old one', other.do('flock', 'f', EX | NB), 'ok')
    t.check('nor had again', outcome(fcntl.flock, fd, SH | NB), 'EAGAIN')
    other.do('flock', 'f', SH), fcntl.flock(fd, SH)
    other.tell('flock', 'f', EX)
    t.check('waits to convert', other.hear(0.3), 'waits')
    t.check('and has given the old one up', outcome(fcntl.flock, fd, EX | NB), 'ok')
    fcntl.flock(fd, fcntl.LOCK_UN)
    t.check('converted', other.hear(), 'ok')
    t.check('to an exclusive one', outcome(fcntl.flock, third, SH | NB), 'EAGAIN')
    os.close(fd), os.close(third), other.end()
