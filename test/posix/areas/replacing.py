"""Atomic replacement: index.html is replaced by rename while others open it, on this mount and on the other."""
import os
import threading
from concurrent.futures import ThreadPoolExecutor

from harness import outcome

REPLACEMENTS = 1_000
READERS_PER_DIRECTORY = 2
THREADS_PER_READER = 3
OPENERS, THREADS_PER_OPENER = 20, 50
# Before these replacements all openers open the page at once.
RUSHES = (2, 250, 500, 750)
# Between two opens, so that the one who replaces gets a turn on a small machine.
READER_PAUSE_SECONDS = 0.002
LINE_BYTES = 9


def run(t):
    pages = t.folder('pages')
    publish(pages, 0)
    readers = [reader(os.path.join(base, 'pages')) for base in (t.dir, t.other) for _ in range(READERS_PER_DIRECTORY)]
    gates = [os.pipe() for _ in RUSHES]
    openers = [opener(os.path.join((t.dir, t.other)[number % 2], 'pages'), gates) for number in range(OPENERS)]
    for version in range(1, REPLACEMENTS + 1):
        if version in RUSHES:
            os.close(gates[RUSHES.index(version)][1])
        publish(pages, version)
    rushed = [ended(*each) for each in openers]
    t.check('of 1,000 who opened it at once, nobody was told anything wrong', sum((wrong for _, wrong in rushed), []), [])
    t.check('and all had it each time', sum(opens for opens, _ in rushed), len(RUSHES) * OPENERS * THREADS_PER_OPENER)
    for closing, _ in gates:
        os.close(closing)
    found = [stop(*each) for each in readers]
    t.check('nothing went wrong', sum((wrong for _, wrong in found), []), [])
    t.check('each reader has opened it', all(opens > 0 for opens, _ in found), True)
    t.check('the last one stays', content(os.path.join(pages, 'index.html')), page(REPLACEMENTS))
    t.check('alone', os.listdir(pages), ['index.html'])


def page(version):
    """Each version has a length of its own."""
    return b'%08d\n' % version * (100 + version % 50)


def publish(pages, version):
    draft = os.path.join(pages, 'draft')
    with open(draft, 'wb') as out:
        out.write(page(version))
    os.rename(draft, os.path.join(pages, 'index.html'))


def content(path):
    with open(path, 'rb') as source:
        return source.read()


def reader(pages):
    """A process that opens the page until it is told to stop. Returns what `stop` wants."""
    answers, to_us = os.pipe()
    from_us, orders = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(orders)
        os.write(to_us, repr(read_on(pages, from_us)).encode())
        os._exit(0)
    os.close(to_us), os.close(from_us)
    return pid, orders, answers


def stop(pid, orders, answers):
    """Returns how often the page was opened, and what was wrong."""
    os.write(orders, b'.')  # Later readers have this pipe too: closing it would tell nothing.
    with os.fdopen(answers, 'rb') as source:
        said = source.read()
    os.waitpid(pid, 0)
    return eval(said)


def read_on(pages, orders):
    over, opens, wrong = threading.Event(), [], []
    threads = [threading.Thread(target=read_pages, args=(pages, over, opens, wrong)) for _ in range(THREADS_PER_READER)]
    for thread in threads:
        thread.start()
    os.read(orders, 1)
    over.set()
    for thread in threads:
        thread.join()
    return sum(opens), wrong[:10]


def read_pages(pages, over, opens, wrong):
    path, count, newest = os.path.join(pages, 'index.html'), 0, 0
    while not over.wait(READER_PAUSE_SECONDS):
        got = []
        failure = outcome(lambda: got.append((os.stat(path).st_size, content(path))))
        count += 1
        if failure != 'ok':
            wrong.append(failure)
            continue
        version = int(got[0][1][:LINE_BYTES] or -1)
        if got[0][1] != page(version):
            wrong.append(f'{len(got[0][1])} bytes that begin with version {version}')
        elif version < newest:
            wrong.append(f'version {version} after {newest}')
        newest = max(newest, version)
    opens.append(count)


def opener(pages, gates):
    """A process whose threads all open the page when a gate's last writer is gone. Returns what `ended` wants."""
    answers, to_us = os.pipe()
    pid = os.fork()
    if pid == 0:
        for _, gate in gates:
            os.close(gate)
        with ThreadPoolExecutor(THREADS_PER_OPENER) as threads:
            heard = list(threads.map(lambda _: rush(pages, gates), range(THREADS_PER_OPENER)))
        wrong = [answer for answers in heard for answer in answers if answer != 'ok']
        os.write(to_us, repr((sum(map(len, heard)) - len(wrong), wrong[:10])).encode())
        os._exit(0)
    os.close(to_us)
    return pid, answers


def ended(pid, answers):
    with os.fdopen(answers, 'rb') as source:
        said = source.read()
    os.waitpid(pid, 0)
    return eval(said)


def rush(pages, gates):
    """One answer for each gate."""
    answers = []
    for gate, _ in gates:
        os.read(gate, 1)
        answers.append(page_of(os.path.join(pages, 'index.html')))
    return answers


def page_of(path):
    """'ok', or what was wrong with the page as one open found it."""
    got = []
    failure = outcome(lambda: got.append(content(path)))
    if failure != 'ok':
        return failure
    whole = got[0] == page(int(got[0][:LINE_BYTES] or -1))
    return 'ok' if whole else f'{len(got[0])} bytes that begin with {got[0][:LINE_BYTES]!r}'
