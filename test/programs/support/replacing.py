"""A page that one mount replaces by rename over and over, while others read it.

usage: replacing.py WRITER_MOUNT READER_MOUNT...    Prints {"reads", "wrong": [...], "aloneMs", "watchedMs"} as JSON: the latter two are
what half of the renames took at most, without readers and with them.
"""
import json
import os
import statistics
import sys
import time

REPLACEMENTS = 1_000
ALONE = 200
LINE = b'%08d\n'
LINES = 2_000
# So that the one who replaces gets a turn on a small machine.
READER_PAUSE_SECONDS = 0.001
NS_PER_MS = 1e6


def page(version):
    """Each version has a length of its own, over several chunks of the kernel's cache."""
    return LINE % version * (LINES + version % 50)


def replace(directory, version):
    """Returns when it was acknowledged, and how long the rename took, in ns."""
    draft = os.path.join(directory, 'draft')
    with open(draft, 'wb') as out:
        out.write(page(version))
    began = time.monotonic_ns()
    os.rename(draft, os.path.join(directory, 'page'))
    ended = time.monotonic_ns()
    return ended, ended - began


def read_until_told(directory, orders):
    """Returns for each read when it began, which version it saw, and whether that was whole, in size and content."""
    os.set_blocking(orders, False)
    path, seen = os.path.join(directory, 'page'), []
    while not told(orders):
        began = time.monotonic_ns()
        try:
            with open(path, 'rb') as source:
                size, content = os.fstat(source.fileno()).st_size, source.read()
        except OSError as failure:
            seen.append((began, -1, str(failure)))
            continue
        version = int(content[:8] or -1)
        seen.append((began, version, '' if content == page(version) and size == len(content) else f'{size} bytes, {len(content)} read'))
        time.sleep(READER_PAUSE_SECONDS)
    return seen


def told(orders):
    try:
        return os.read(orders, 1) != b''
    except BlockingIOError:
        return False


def start_reader(mount):
    from_reader, answers = os.pipe()
    orders, to_reader = os.pipe()
    if os.fork() == 0:
        os.close(from_reader), os.close(to_reader)
        with os.fdopen(answers, 'w') as out:
            json.dump(read_until_told(os.path.join(mount, 'pages'), orders), out)
        os._exit(0)
    os.close(answers), os.close(orders)
    return from_reader, to_reader


def stop_reader(from_reader, to_reader):
    os.write(to_reader, b'.')
    with os.fdopen(from_reader) as source:
        seen = json.load(source)
    os.wait()
    return seen


def wrongs(acknowledged_ns, seen):
    """`acknowledged_ns[version]`; every read sees at least what was acknowledged before it began."""
    wrong, oldest = [], 0
    for began, version, problem in seen:
        while oldest + 1 < len(acknowledged_ns) and acknowledged_ns[oldest + 1] < began:
            oldest += 1
        if problem:
            wrong.append(f'version {version}: {problem}')
        elif version < oldest:
            wrong.append(f'version {version} seen after {oldest} was acknowledged')
    return wrong


def main():
    writer, *readers = sys.argv[1:]
    directory = os.path.join(writer, 'pages')
    os.mkdir(directory)
    alone = [replace(directory, version) for version in range(ALONE)]
    running = [start_reader(mount) for mount in readers]
    watched = [replace(directory, version) for version in range(ALONE, ALONE + REPLACEMENTS)]
    seen = [stop_reader(*reader) for reader in running]
    acknowledged_ns = [ended for ended, _ in alone + watched]
    print(json.dumps({
        'reads': [len(each) for each in seen],
        'wrong': [line for each in seen for line in wrongs(acknowledged_ns, each)][:10],
        'aloneMs': statistics.median(duration for _, duration in alone) / NS_PER_MS,
        'watchedMs': statistics.median(duration for _, duration in watched) / NS_PER_MS,
    }))


main()
