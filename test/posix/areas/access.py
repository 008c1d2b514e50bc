"""access(2) against every mode, for owner, group member, stranger and root; real and effective ids; exec."""
import os

from harness import MEMBER, OWNER, ROOT, STRANGER, in_child, outcome

WHO = (('owner', OWNER, 6), ('member', MEMBER, 3), ('stranger', STRANGER, 0))
MODES = [a << 6 | b << 3 | c for a, b, c in ((0, 7, 7), (7, 0, 7), (7, 7, 0), (4, 2, 1), (1, 4, 2), (2, 1, 4), (6, 6, 6), (5, 5, 5), (7, 7, 7), (0, 0, 0))]


def run(t):
    for mode in MODES:
        path = t.file(f'f{mode:03o}', b'#!/bin/true\n', mode, OWNER[0], OWNER[1])
        for name, user, shift in WHO:
            bits = mode >> shift & 7
            got = in_child(lambda: [os.access(path, ask) for ask in range(8)], user=user)
            for ask in range(8):
                t.check(f'{mode:03o}: access {ask} by {name}', got[ask], bits & ask == ask)
        got = in_child(lambda: [os.access(path, ask) for ask in range(8)], user=ROOT)
        for ask in (1, 6):
            t.check(f'{mode:03o}: access {ask} by root', got[ask], ask == 6 or mode & 0o111 != 0)
    t.check('access to nothing', os.access(t.path('none'), os.F_OK), False)
    real_and_effective(t)
    executable(t)


def real_and_effective(t):
    path = t.file('effective', b'', 0o600, OWNER[0], OWNER[1])

    def as_effective():
        os.setgroups([])
        os.setresgid(STRANGER[1], OWNER[1], -1)
        os.setresuid(STRANGER[0], OWNER[0], -1)
        return [os.access(path, os.R_OK), os.access(path, os.R_OK, effective_ids=True), outcome(os.close, os.open(path, os.O_RDONLY))]

    t.check('access goes by the real, open by the effective id', in_child(as_effective), [False, True, 'ok'])


def executable(t):
    script = b'#!/bin/sh\nexit 7\n'
    for mode, want in ((0o755, 7), (0o711, 126), (0o644, 'EACCES'), (0o555, 7)):
        path = t.file(f'run{mode:o}', script, mode)
        t.check(f'running a script of {mode:o}', in_child(run_it, path, user=STRANGER), want)
    binary = t.path('true')
    with open('/bin/true', 'rb') as source, open(binary, 'wb') as out:
        out.write(source.read())
    os.chmod(binary, 0o711)
    t.check('a program need not be readable', in_child(run_it, binary, user=STRANGER), 0)


def run_it(path):
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open('/dev/null', os.O_WRONLY), 2)
        try:
            os.execv(path, [path])
        except OSError:
            os._exit(200)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return 'EACCES' if status == 200 else {2: 126, 127: 126}.get(status, status)
