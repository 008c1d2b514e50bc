"""POSIX ACLs: their form, what they allow, the mask, in step with the mode, inheritance."""
import os
import shutil
import struct
import subprocess

from calls import O_TMPFILE
from harness import MEMBER, OWNER, ROOT, STRANGER, in_child, opened, outcome, permissions, tick

ACCESS, DEFAULT = 'system.posix_acl_access', 'system.posix_acl_default'
TAGS = {'u': 0x01, 'U': 0x02, 'g': 0x04, 'G': 0x08, 'm': 0x10, 'o': 0x20}
LETTERS = {value: key for key, value in TAGS.items()}
UNDEFINED = 0xffffffff
CREATE = os.O_CREAT | os.O_WRONLY


def acl(text):
    """Packs such as `u:7 U3001:5 g:5 m:5 o:0`: owner, a user, group, mask, others."""
    packed = struct.pack('<I', 2)
    for entry in text.split():
        who, bits = entry.split(':')
        packed += struct.pack('<HHI', TAGS[who[0]], int(bits), int(who[1:]) if who[1:] else UNDEFINED)
    return packed


def text_of(value):
    entries = [struct.unpack_from('<HHI', value, at) for at in range(4, len(value), 8)]
    return ' '.join(f'{LETTERS[tag]}{"" if who == UNDEFINED else who}:{bits}' for tag, bits, who in entries)


def acl_of(path, name=ACCESS):
    try:
        return text_of(os.getxattr(path, name))
    except OSError as err:
        return 'none' if err.errno == 61 else os.strerror(err.errno)


def run(t):
    forms(t)
    in_step(t)
    enforced(t)
    inherited(t)
    rights(t)
    set_group_id(t)
    programs(t)


def forms(t):
    file, folder = t.file('file', b'', 0o640), t.folder('folder')
    os.symlink('file', t.path('link'))
    good = 'u:6 U3001:4 g:4 m:4 o:0'
    t.table([
        ('none yet', 'ENODATA', lambda: os.getxattr(file, ACCESS)),
        ('no default either', 'ENODATA', lambda: os.getxattr(folder, DEFAULT)),
        ('set', 'ok', lambda: os.setxattr(file, ACCESS, acl(good))),
        ('default on a directory', 'ok', lambda: os.setxattr(folder, DEFAULT, acl(good))),
        ('default on a file', 'EACCES', lambda: os.setxattr(file, DEFAULT, acl(good))),
        ('removing the default of a file', 'ok', lambda: os.removexattr(file, DEFAULT)),
        ('bad version', 'EOPNOTSUPP', lambda: os.setxattr(file, ACCESS, struct.pack('<I', 1) + acl(good)[4:])),
        ('bad length', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl(good) + b'x')),
        ('too short', 'EINVAL', lambda: os.setxattr(file, ACCESS, b'\2\0')),
        ('unknown tag', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl(good) + struct.pack('<HHI', 0x40, 7, 0))),
        ('no mask with named users', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl('u:6 U3001:4 g:4 o:0'))),
        ('no owner', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl('g:4 o:0'))),
        ('no others', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl('u:6 g:4'))),
        ('wrong order', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl('o:0 u:6 g:4'))),
        ('bits above 7', 'EINVAL', lambda: os.setxattr(file, ACCESS, acl('u:9 g:4 o:0'))),
        ('on a symlink', 'EOPNOTSUPP', lambda: os.setxattr(t.path('link'), ACCESS, acl(good), follow_symlinks=False)),
        ('of a symlink', {'EOPNOTSUPP', 'ENODATA'}, lambda: os.getxattr(t.path('link'), ACCESS, follow_symlinks=False)),
    ])
    t.check('as it was set', acl_of(file), good)
    t.check('default as it was set', acl_of(folder, DEFAULT), good)
    t.check('listed', (os.listxattr(file), os.listxattr(folder)), ([ACCESS], [DEFAULT]))
    many = 'u:7 ' + ' '.join(f'U{5000 + n}:5' for n in range(40)) + ' g:0 ' + ' '.join(f'G{5000 + n}:1' for n in range(40)) + ' m:7 o:0'
    t.err('eighty entries', 'ok', os.setxattr, file, ACCESS, acl(many))
    t.check('eighty entries kept', acl_of(file), many)
    t.err('remove', 'ok', os.removexattr, file, ACCESS)
    t.check('removed', (acl_of(file), os.listxattr(file)), ('none', []))
    t.err('remove default', 'ok', os.removexattr, folder, DEFAULT)
    t.check('default removed', (acl_of(folder, DEFAULT), os.listxattr(folder)), ('none', []))
    os.setxattr(folder, DEFAULT, acl(good)), os.setxattr(folder, DEFAULT, struct.pack('<I', 2))
    t.check('an empty default ACL removes it', acl_of(folder, DEFAULT), 'none')


def in_step(t):
    path = t.file('step', b'', 0o600)
    for text, mode, kept in [('u:6 g:4 o:0', 0o640, 'none'), ('u:7 g:5 o:1', 0o751, 'none'), ('u:6 U3001:7 g:4 m:6 o:0', 0o660, None),
                             ('u:6 g:4 m:2 o:0', 0o620, None), ('u:0 U1:7 g:7 m:0 o:7', 0o007, None), ('u:7 G4001:7 g:0 m:7 o:0', 0o770, '')]:
        if kept == '':
            text = 'u:7 g:0 G4001:7 m:7 o:0'
        os.setxattr(path, ACCESS, acl(text))
        t.check(f'mode after {text}', permissions(path), mode)
        t.check(f'ACL after {text}', acl_of(path), text if kept != 'none' else 'none')
    for mode, want in [(0o640, 'u:6 g:0 G4001:7 m:4 o:0'), (0o777, 'u:7 g:0 G4001:7 m:7 o:7'), (0o000, 'u:0 g:0 G4001:7 m:0 o:0'), (0o4751, 'u:7 g:0 G4001:7 m:5 o:1')]:
        os.chmod(path, mode)
        t.check(f'chmod {mode:o}: ACL', acl_of(path), want)
        t.check(f'chmod {mode:o}: mode', permissions(path), mode)
    os.chown(path, 5, 6)
    t.check('chown leaves it', acl_of(path), 'u:7 g:0 G4001:7 m:5 o:1')
    before = os.stat(path).st_ctime_ns
    tick()
    os.setxattr(path, ACCESS, acl('u:7 U1:7 g:7 m:7 o:7'))
    t.check('ctime moves', os.stat(path).st_ctime_ns > before, True)
    os.removexattr(path, ACCESS)
    t.check('removing leaves the mode', permissions(path), 0o777)
    folder = t.folder('step-dir', 0o755)
    os.setxattr(folder, DEFAULT, acl('u:7 U3001:7 g:7 m:7 o:0'))
    t.check('a default ACL is not in the mode', permissions(folder), 0o755)
    os.chmod(folder, 0o700)
    t.check('chmod leaves the default ACL', acl_of(folder, DEFAULT), 'u:7 U3001:7 g:7 m:7 o:0')


def enforced(t):
    """What the owner, a named user, a member of a named group and a stranger may, on OWNER's file."""
    named, outsider = (3050, 4050, (4050,)), (3051, 4051, (4060,))
    users = {'owner': OWNER, 'named': named, 'group': MEMBER, 'named group': outsider, 'stranger': STRANGER}
    # With an empty mask Linux does not look at the ACL at all: named users and groups fall to the others' bits.
    for text, wanted in [
        ('u:7 U3050:4 g:0 m:7 o:0', '7 4 0 0 0'), ('u:6 U3050:6 g:4 m:4 o:0', '6 4 4 0 0'), ('u:0 U3050:7 g:7 m:7 o:7', '0 7 7 7 7'),
        ('u:6 U3050:0 g:4 m:7 o:6', '6 0 4 6 6'), ('u:6 g:4 G4060:6 m:6 o:0', '6 0 4 6 0'), ('u:6 g:0 G4060:0 m:6 o:6', '6 6 0 0 6'),
        ('u:6 g:0 G4001:4 G4060:7 m:5 o:0', '6 0 4 5 0'), ('u:6 U3050:7 g:7 G4060:7 m:0 o:4', '6 4 0 4 4'), ('u:4 g:2 o:1', '4 1 2 1 1'),
    ]:
        path = t.file('guarded', b'x', 0o600, OWNER[0], OWNER[1])
        os.setxattr(path, ACCESS, acl(text))
        for (name, user), want in zip(users.items(), wanted.split()):
            bits = int(want)
            t.table_as(user, [
                (f'{text}: read by {name}', 'ok' if bits & 4 else 'EACCES', lambda: opened(path, os.O_RDONLY)),
                (f'{text}: write by {name}', 'ok' if bits & 2 else 'EACCES', lambda: opened(path, os.O_WRONLY)),
                (f'{text}: both by {name}', 'ok' if bits & 6 == 6 else 'EACCES', lambda: opened(path, os.O_RDWR)),
            ])
            t.check(f'{text}: access by {name}', in_child(lambda: sum(bit for bit in (1, 2, 4) if os.access(path, bit)), user=user), bits)
        t.err_as(ROOT, f'{text}: root', 'ok', opened, path, os.O_RDWR)
    folder = t.folder('guarded-dir', 0o700, OWNER[0], OWNER[1])
    os.setxattr(folder, ACCESS, acl('u:7 U3050:7 g:0 m:7 o:0'))
    inside = os.path.join(folder, 'x')
    t.err_as(STRANGER, 'a directory: stranger', 'EACCES', opened, inside, CREATE)
    t.err_as(named, 'a directory: named user creates', 'ok', opened, inside, CREATE)
    t.err_as(STRANGER, 'a directory: stranger looks up', 'EACCES', os.stat, inside)
    t.err_as(named, 'a directory: named user lists', 'ok', os.listdir, folder)
    os.setxattr(folder, ACCESS, acl('u:7 U3050:5 g:0 m:7 o:0'))
    t.err_as(named, 'a directory: named user without w', 'EACCES', os.unlink, inside)
    t.err_as(named, 'a directory: named user looks up', 'ok', os.stat, inside)
    os.chmod(folder, 0o700)
    t.err_as(named, 'chmod shuts the mask', 'EACCES', os.stat, inside)


def inherited(t):
    for number, (default, umask, mode, want, file_mode) in enumerate([
        ('u:7 U3050:7 g:5 m:7 o:0', 0o022, 0o666, 'u:6 U3050:7 g:5 m:6 o:0', 0o660),
        ('u:7 U3050:7 g:5 m:7 o:0', 0o077, 0o600, 'u:6 U3050:7 g:5 m:0 o:0', 0o600),
        ('u:7 U3050:7 g:5 m:5 o:5', 0o777, 0o777, 'u:7 U3050:7 g:5 m:5 o:5', 0o755),
        ('u:7 g:5 o:0', 0o022, 0o666, 'none', 0o640),
        ('u:7 g:7 o:7', 0o777, 0o644, 'none', 0o644),
        ('u:7 g:0 G4060:7 m:7 o:0', 0, 0o640, 'u:6 g:0 G4060:7 m:4 o:0', 0o640),
        ('u:0 U3050:7 g:0 m:0 o:0', 0, 0o777, 'u:0 U3050:7 g:0 m:0 o:0', 0),
    ]):
        folder = t.folder(f'heir{number}')
        os.setxattr(folder, DEFAULT, acl(default))
        at = lambda name: os.path.join(folder, name)
        os.umask(umask)
        opened(at('open'), CREATE, mode), os.mknod(at('mknod'), 0o100000 | mode), os.mkfifo(at('fifo'), mode), os.mkdir(at('dir'), mode)
        os.symlink('x', at('link'))
        fd = os.open(folder, O_TMPFILE | os.O_RDWR, mode)
        os.umask(0o022)
        title = f'{default} under umask {umask:o}, mode {mode:o}'
        for kind in ('open', 'mknod', 'fifo', 'dir'):
            t.check(f'{title}: {kind}: mode', permissions(at(kind)), file_mode)
            t.check(f'{title}: {kind}: ACL', acl_of(at(kind)), want)
        t.check(f'{title}: O_TMPFILE: mode', os.fstat(fd).st_mode & 0o7777, file_mode)
        t.check(f'{title}: O_TMPFILE: ACL', acl_of(f'/proc/self/fd/{fd}'), want)
        t.check(f'{title}: a link\'s mode', permissions(at('link')), 0o777)
        t.check(f'{title}: directories pass it on', acl_of(at('dir'), DEFAULT), default)
        t.check(f'{title}: files do not', outcome(os.getxattr, at('open'), DEFAULT), 'ENODATA')
        os.close(fd)
        os.mkdir(at('dir/deeper'), 0o777)
        t.check(f'{title}: and on', acl_of(at('dir/deeper'), DEFAULT), default)
    os.rename(t.path('file'), t.path('heir0/moved'))
    t.check('a rename inherits nothing', acl_of(t.path('heir0/moved')), 'none')
    plain = t.folder('plain')
    os.setxattr(plain, ACCESS, acl('u:7 U3050:7 g:5 m:7 o:0'))
    os.umask(0o027)
    opened(os.path.join(plain, 'f'), CREATE, 0o666)
    os.umask(0o022)
    t.check('an access ACL is not inherited', (acl_of(os.path.join(plain, 'f')), permissions(os.path.join(plain, 'f'))), ('none', 0o640))


def rights(t):
    path = t.file('own', b'', 0o666, OWNER[0], OWNER[1])
    value = acl('u:6 U3050:4 g:4 m:4 o:0')
    for user, name, want in ((STRANGER, 'stranger', 'EPERM'), (MEMBER, 'member', 'EPERM'), (OWNER, 'owner', 'ok'), (ROOT, 'root', 'ok')):
        t.err_as(user, f'set by {name}', want, os.setxattr, path, ACCESS, value)
        t.err_as(user, f'get by {name}', 'ok' if want == 'ok' else 'ENODATA', os.getxattr, path, ACCESS)
    t.err_as(STRANGER, 'remove by a stranger', 'EPERM', os.removexattr, path, ACCESS)
    t.err_as(STRANGER, 'get by a stranger who may not read', 'ok', os.getxattr, path, ACCESS)
    t.err_as(OWNER, 'remove by the owner', 'ok', os.removexattr, path, ACCESS)


def set_group_id(t):
    for groups, want in (((4001,), 0o2750), ((4009,), 0o750)):
        path = t.file(f'sgid{groups[0]}', b'', 0o2755, OWNER[0], 4001)
        in_child(lambda: os.setxattr(path, ACCESS, acl('u:7 U3050:5 g:5 m:5 o:0')), user=(OWNER[0], 4009, groups))
        t.check(f'setgid after setting an ACL, in group {groups[0]}', permissions(path), want)


def programs(t):
    """setfacl, getfacl and ls, as people use them; the other mount shows the same at once."""
    if None in (shutil.which(program) for program in ('setfacl', 'getfacl')):
        t.skip('setfacl and getfacl', 'the package acl is not installed')
        return
    t.file('tool-file', b'', 0o640, OWNER[0], OWNER[1]), t.folder('tool-dir', 0o750, OWNER[0], OWNER[1])
    file, folder = 'user::rw-\nuser:3050:rwx\ngroup::r--\nmask::rwx\nother::---', 'user::rwx\ngroup::r-x\nother::---'
    default = 'default:user::rwx\ndefault:user:3050:r-x\ndefault:group::r-x\ndefault:mask::r-x\ndefault:other::---'
    for title, name, act, want, mode in [
        ('none yet', 'tool-file', None, 'user::rw-\ngroup::r--\nother::---', '-rw-r-----'),
        ('setfacl -m', 'tool-file', ['-m', 'u:3050:rwx'], file, '-rw-rwx---+'),
        ('setfacl -m of a group', 'tool-file', ['-m', 'g:4060:r'], file.replace('mask', 'group:4060:r--\nmask'), '-rw-rwx---+'),
        ('setfacl -x', 'tool-file', ['-x', 'g:4060'], file, '-rw-rwx---+'),
        ('setfacl -m of the mask', 'tool-file', ['-m', 'm::r'], file.replace('mask::rwx', 'mask::r--'), '-rw-r-----+'),
        ('setfacl -b', 'tool-file', ['-b'], 'user::rw-\ngroup::r--\nother::---', '-rw-r-----'),
        ('setfacl -d -m', 'tool-dir', ['-d', '-m', 'u:3050:rx'], f'{folder}\n{default}', 'drwxr-x---+'),
        ('setfacl -m of a directory', 'tool-dir', ['-m', 'u:3050:x'], f'user::rwx\nuser:3050:--x\ngroup::r-x\nmask::r-x\nother::---\n{default}', 'drwxr-x---+'),
        ('setfacl -k', 'tool-dir', ['-k'], 'user::rwx\nuser:3050:--x\ngroup::r-x\nmask::r-x\nother::---', 'drwxr-x---+'),
        ('setfacl -b of a directory', 'tool-dir', ['-b'], folder, 'drwxr-x---'),
    ]:
        if act:
            t.check(f'{title}: what it says', printed('setfacl', *act, t.path(name)), '')
        for place, base in (('here', t.dir), ('there', t.other)):
            path = os.path.join(base, name)
            t.check(f'{title}: getfacl {place}', printed('getfacl', '--omit-header', '--numeric', '--absolute-names', '--no-effective', path), want)
            t.check(f'{title}: ls -ld {place}', printed('ls', '-ld', path).split()[0], mode)


def printed(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.strip()
