"""Set-id bits (and file capabilities) are cleared by writes, truncations and changes of owner, as Linux does."""
import os
import shutil
import struct
import subprocess

from calls import PUNCH_HOLE, KEEP_SIZE, fallocate, truncate
from harness import MEMBER, ROOT, STRANGER, in_child, outcome, permissions

CAPABILITY = struct.pack('<IIIII', 0x02000001, 1 << 10, 0, 0, 0)
# Modes, and what is left of them once somebody without CAP_FSETID has written: one of the group, and a stranger.
MODES = [(0o4777, 0o777, 0o777), (0o6777, 0o777, 0o777), (0o2777, 0o777, 0o777), (0o2767, 0o2767, 0o767), (0o6767, 0o2767, 0o767),
         (0o4666, 0o666, 0o666), (0o0777, 0o777, 0o777), (0o1777, 0o1777, 0o1777), (0o7777, 0o1777, 0o1777), (0o2666, 0o2666, 0o666)]


def open_and(change):
    def act(path):
        fd = os.open(path, os.O_RDWR)
        change(fd)
        os.close(fd)
    return act


def copy_into(fd):
    source = os.open(os.path.dirname(os.readlink(f'/proc/self/fd/{fd}')) + '/source', os.O_RDONLY)
    os.copy_file_range(source, fd, 4)


CHANGES = {
    'write': open_and(lambda fd: os.write(fd, b'x')),
    'pwrite': open_and(lambda fd: os.pwrite(fd, b'x', 100)),
    'writev': open_and(lambda fd: os.writev(fd, [b'x', b'y'])),
    'truncate': lambda path: truncate(path, 1),
    'ftruncate': open_and(lambda fd: os.ftruncate(fd, 2)),
    'O_TRUNC': lambda path: os.close(os.open(path, os.O_WRONLY | os.O_TRUNC)),
    'fallocate': open_and(lambda fd: fallocate(fd, 0, 0, 200)),
    'punch': open_and(lambda fd: fallocate(fd, PUNCH_HOLE | KEEP_SIZE, 0, 2)),
    'copy_file_range': open_and(copy_into),
}


def run(t):
    """Who is not in the group loses setgid without group execute too; on a mount it may stay (docs/posix.md)."""
    t.file('source', b'data')
    for name, change in CHANGES.items():
        for mode, *wanted in MODES:
            for user, want in zip((MEMBER, STRANGER), wanted):
                path = t.file(f'{name}-{mode:o}', b'12345678', mode, 3001, 4001)
                in_child(change, path, user=user)
                t.check(f'{name} by uid {user[0]} on {mode:o}', permissions(path), want if t.is_ext4 or mode & 0o10 else {want, wanted[0]})
        path = t.file(f'{name}-root', b'12345678', 0o6777, 3001, 4001)
        in_child(change, path, user=ROOT)
        t.check(f'{name} by root', permissions(path), 0o6777)
    owners(t)
    chmod(t)
    capabilities(t)
    effective(t)


def owners(t):
    """chown clears them even for root; of a directory never."""
    for mode, left, _ in MODES[:9]:
        path = t.file(f'chown-{mode:o}', b'', mode, 3001, 4001)
        os.chown(path, 3002, -1)
        t.check(f'chown by root of {mode:o}', permissions(path), left)
        os.chmod(path, mode), os.chown(path, -1, 4002)
        t.check(f'chgrp by root of {mode:o}', permissions(path), left)
        path = t.file(f'chgrp-{mode:o}', b'', mode, 3001, 4001)
        in_child(lambda: os.chown(path, -1, 4002), user=(3001, 4001, (4002,)))
        t.check(f'chgrp by the owner of {mode:o}', permissions(path), left)
    for mode in (0o4777, 0o2777, 0o6777):
        path = t.folder(f'dir-{mode:o}', mode, 3001, 4001)
        os.chown(path, 3002, 4002)
        t.check(f'chown of a directory of {mode:o}', permissions(path), mode)
    path = t.file('none', b'', 0o6755)
    os.chown(path, -1, -1)
    t.check('chown(-1, -1) by root', permissions(path), 0o755)


def chmod(t):
    for mode, groups, want in ((0o2755, (4001,), 0o2755), (0o2755, (4009,), 0o755), (0o6755, (4009,), 0o4755), (0o4755, (4009,), 0o4755)):
        path = t.file(f'chmod-{mode:o}-{groups[0]}', b'', 0o755, 3001, 4001)
        in_child(lambda: os.chmod(path, mode), user=(3001, 4009, groups))
        t.check(f'chmod {mode:o} by the owner in {groups[0]}', permissions(path), want)
    path = t.folder('chmod-dir', 0o755, 3001, 4001)
    in_child(lambda: os.chmod(path, 0o2755), user=(3001, 4009, (4009,)))
    t.check('chmod of a directory by one outside the group', permissions(path), 0o755)


def capabilities(t):
    for name, change in {**CHANGES, 'chown': lambda path: os.chown(path, 3002, -1)}.items():
        path = t.file(f'cap-{name}', b'12345678', 0o777, 3001, 4001)
        t.err(f'{name}: set a capability', 'ok', os.setxattr, path, 'security.capability', CAPABILITY)
        t.check(f'{name}: capability set', os.getxattr(path, 'security.capability'), CAPABILITY)
        in_child(change, path, user=ROOT if name == 'chown' else STRANGER)
        t.check(f'{name}: capability gone', outcome(os.getxattr, path, 'security.capability'), 'ENODATA')


def effective(t):
    """A program with a capability has it, whoever runs it and through whichever mount."""
    path, there = t.path('status'), os.path.join(t.other, 'status')
    shutil.copy('/bin/cat', path)
    os.chmod(path, 0o755)
    by_name = None not in (shutil.which('setcap'), shutil.which('getcap'))
    if not by_name:
        t.skip('setcap and getcap', 'the package libcap2-bin is not installed')
    places = (('here', path), ('there', there))
    for place, each in places:
        t.check(f'run {place} without one', in_child(effective_capabilities, each, user=STRANGER), 0)
    if by_name:
        t.check('setcap', subprocess.run(['setcap', 'cap_net_bind_service=ep', path]).returncode, 0)
    else:
        os.setxattr(path, 'security.capability', CAPABILITY)
    for place, each in places:
        t.check(f'the attribute {place}', os.getxattr(each, 'security.capability'), CAPABILITY)
        t.check(f'run {place} by a stranger', in_child(effective_capabilities, each, user=STRANGER), 1 << 10)
        if by_name:
            t.check(f'getcap {place}', subprocess.run(['getcap', each], capture_output=True, text=True).stdout, f'{each} cap_net_bind_service=ep\n')
    if by_name:
        t.check('setcap -r', subprocess.run(['setcap', '-r', there]).returncode, 0)
    else:
        os.removexattr(there, 'security.capability')
    for place, each in places:
        t.check(f'run {place} after it was taken away', in_child(effective_capabilities, each, user=STRANGER), 0)


def effective_capabilities(program):
    """Of a program that prints what it is told to."""
    said = subprocess.run([program, '/proc/self/status'], capture_output=True, text=True, check=True).stdout
    return int(next(line for line in said.splitlines() if line.startswith('CapEff:')).split()[1], 16)
