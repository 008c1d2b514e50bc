#!/usr/bin/env python3
"""POSIX conformance of a directory: `run.py DIR [SECOND_DIR] [--only AREA,...] [--keeps-access-times]`.

DIR is any directory of the file system in question; SECOND_DIR is the same one through another mount.
Access times are to follow reads (relatime) or not to move at all. Run by root.
"""
import argparse
import importlib
import os
import pkgutil
import shutil
import signal
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import areas  # noqa: E402
from harness import Tester  # noqa: E402


AREA_TIMEOUT_SECONDS = int(os.environ.get('HAFS_POSIX_AREA_SECONDS', 600))


def run_area(name, directory, second, keeps_access_times):
    path = os.path.join(directory, name)
    os.mkdir(path, 0o755)
    os.chmod(path, 0o755)
    tester = Tester(name, path, second and os.path.join(second, name), keeps_access_times)
    old_umask = os.umask(0o022)
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(AREA_TIMEOUT_SECONDS)
    try:
        importlib.import_module(f'areas.{name}').run(tester)
    except Exception:
        tester.count += 1
        tester.deviations.append(f'{name}: broken off: {traceback.format_exc()}')
    signal.alarm(0)
    os.umask(old_umask)
    os.chdir('/')
    return tester


def too_long(*_):
    raise TimeoutError(f'not done after {AREA_TIMEOUT_SECONDS} s')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('directory')
    parser.add_argument('second', nargs='?')
    parser.add_argument('--only', default='')
    parser.add_argument('--keeps-access-times', action='store_true')
    asked = parser.parse_args()
    known = sorted(module.name for module in pkgutil.iter_modules(areas.__path__))
    wanted = [name for name in asked.only.split(',') if name] or known
    base = f'posix-{os.getpid()}'
    directory = os.path.join(os.path.abspath(asked.directory), base)
    second = asked.second and os.path.join(os.path.abspath(asked.second), base)
    os.mkdir(directory, 0o755)
    testers = []
    for name in wanted:
        began = time.monotonic()
        tester = run_area(name, directory, second, asked.keeps_access_times)
        testers.append(tester)
        seconds = time.monotonic() - began
        print(f'{name:14} {tester.count:5} checks {len(tester.deviations):4} deviate {seconds:7.1f} s', flush=True)
    shutil.rmtree(directory, ignore_errors=True)
    deviations = [line for tester in testers for line in tester.deviations]
    for line in deviations:
        print(f'  DEVIATES {line}')
    print(f'{"all":14} {sum(tester.count for tester in testers):5} checks {len(deviations):4} deviate')
    sys.exit(1 if deviations else 0)


main()
