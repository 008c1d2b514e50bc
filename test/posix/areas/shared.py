"""Directories that are shared: sticky ones, setgid ones; and the umask."""
import os

from calls import EXCHANGE, O_TMPFILE, renameat2
from harness import MEMBER, OWNER, STRANGER, in_child, opened, permissions

CREATE = os.O_CREAT | os.O_WRONLY


def run(t):
    sticky(t)
    setgid(t)
    umask(t)


def sticky(t):
    for name, mode, owner, want in [('sticky', 0o1777, 0, 'EPERM'), ('sticky-own', 0o1777, STRANGER[0], 'ok'), ('free', 0o777, 0, 'ok')]:
        folder = t.folder(name, mode, owner, 0)
        at = lambda entry, folder=folder: os.path.join(folder, entry)
        for entry in ('a', 'b', 'c'):
            opened(at(entry), CREATE), os.chown(at(entry), OWNER[0], OWNER[1]), os.chmod(at(entry), 0o666)
        os.mkdir(at('d')), os.chown(at('d'), OWNER[0], OWNER[1]), os.chmod(at('d'), 0o777)
        t.table_as(STRANGER, [
            (f'{name}: create beside', 'ok', lambda: opened(at('mine'), CREATE)),
            (f'{name}: link to it', 'ok', lambda: os.link(at('mine'), at('mine2'))),
            (f'{name}: rename mine', 'ok', lambda: os.rename(at('mine'), at('mine3'))),
            (f'{name}: mine over another\'s', want, lambda: os.rename(at('mine2'), at('a'))),
            (f'{name}: exchange with another\'s', want, lambda: renameat2(at('mine3'), at('b'), EXCHANGE)),
            (f'{name}: rename another\'s', want, lambda: os.rename(at('b'), at('b2'))),
            (f'{name}: unlink another\'s', want, lambda: os.unlink(at('c'))),
            (f'{name}: rmdir another\'s', want, lambda: os.rmdir(at('d'))),
        ])
    folder = t.path('sticky')
    t.err_as(OWNER, 'sticky: the entry\'s owner may unlink', 'ok', os.unlink, os.path.join(folder, 'c'))
    t.err_as(OWNER, 'sticky: and rmdir', 'ok', os.rmdir, os.path.join(folder, 'd'))
    t.err('sticky: root may', 'ok', os.unlink, os.path.join(folder, 'b'))
    t.err_as(OWNER, 'sticky bit on a file by its owner', 'ok', os.chmod, os.path.join(folder, 'a'), 0o1644)


def setgid(t):
    group = 4005
    folder = t.folder('setgid', 0o2777, 0, group)
    at = lambda entry: os.path.join(folder, entry)

    def make():
        opened(at('file'), CREATE, 0o666), os.mkdir(at('dir')), os.symlink('x', at('link')), os.mkfifo(at('fifo'))
        opened(at('set'), CREATE, 0o2755), os.mkdir(at('set-dir'), 0o2755)
        fd = os.open(folder, O_TMPFILE | os.O_RDWR, 0o600)
        return os.fstat(fd).st_gid

    t.check('setgid: O_TMPFILE has the directory\'s group', in_child(make, user=MEMBER), group)
    for entry, want in (('file', 0o644), ('dir', 0o2755), ('link', 0o777), ('fifo', 0o644), ('set-dir', 0o2755)):
        t.check(f'setgid: group of {entry}', os.lstat(at(entry)).st_gid, group)
        t.check(f'setgid: owner of {entry}', os.lstat(at(entry)).st_uid, MEMBER[0])
        t.check(f'setgid: mode of {entry}', permissions(at(entry)), want)
    t.check('setgid bit of a group one is not in', permissions(at('set')), 0o755)
    os.mkdir(at('dir/deeper'))
    t.check('setgid: inherited further', (os.stat(at('dir/deeper')).st_gid, permissions(at('dir/deeper'))), (group, 0o2755))
    os.mkdir(t.path('plain')), os.rename(t.path('plain'), at('plain'))
    t.check('setgid: a rename changes no group', os.stat(at('plain')).st_gid, 0)
    member = t.folder('member', 0o2777, 0, 4001)
    in_child(lambda: opened(os.path.join(member, 'set'), CREATE, 0o2755), user=MEMBER)
    t.check('setgid bit of a group one is in', permissions(os.path.join(member, 'set')), 0o2755)
    plain = t.folder('no-setgid', 0o777, 0, group)
    in_child(lambda: opened(os.path.join(plain, 'file'), CREATE), user=MEMBER)
    t.check('without setgid: one\'s own group', os.stat(os.path.join(plain, 'file')).st_gid, MEMBER[1])


def umask(t):
    for mask in (0, 0o022, 0o027, 0o077, 0o777, 0o111):
        for mode in (0o666, 0o777, 0o644, 0o600, 0):
            path = t.path(f'u{mask:o}-{mode:o}')
            os.umask(mask)
            opened(path, CREATE, mode), os.mkdir(path + 'd', mode), os.mkfifo(path + 'f', mode)
            fd = os.open(t.dir, O_TMPFILE | os.O_RDWR, mode)
            os.umask(0o022)
            for kind, got in (('open', permissions(path)), ('mkdir', permissions(path + 'd')), ('mkfifo', permissions(path + 'f')),
                              ('O_TMPFILE', os.fstat(fd).st_mode & 0o7777)):
                t.check(f'{kind} {mode:o} under umask {mask:o}', got, mode & ~mask)
            os.close(fd)
    os.umask(0o077)
    os.symlink('x', t.path('umask-link'))
    t.check('a symlink knows no umask', permissions(t.path('umask-link')), 0o777)
    os.chmod(t.path('u0-666'), 0o666)
    t.check('chmod knows no umask', permissions(t.path('u0-666')), 0o666)
    os.umask(0o022)
