"""Extended attributes."""
import os

from harness import OWNER, ROOT, STRANGER, in_child, outcome

CREATE, REPLACE = os.XATTR_CREATE, os.XATTR_REPLACE


def run(t):
    rules(t)
    sizes(t)
    large(t)
    kinds(t)
    rights(t)
    life(t)


def rules(t):
    path = t.file('file')
    get, put, drop = (lambda name: os.getxattr(path, name)), (lambda *args: os.setxattr(path, *args)), (lambda name: os.removexattr(path, name))
    for space in ('user', 'trusted', 'security'):
        name = f'{space}.hafs-test'
        t.table([
            (f'{space}: get none', 'ENODATA', lambda: get(name)),
            (f'{space}: remove none', 'ENODATA', lambda: drop(name)),
            (f'{space}: REPLACE none', 'ENODATA', lambda: put(name, b'1', REPLACE)),
            (f'{space}: CREATE', 'ok', lambda: put(name, b'1', CREATE)),
            (f'{space}: CREATE again', 'EEXIST', lambda: put(name, b'2', CREATE)),
            (f'{space}: REPLACE', 'ok', lambda: put(name, b'22', REPLACE)),
            (f'{space}: set', 'ok', lambda: put(name, b'333')),
            (f'{space}: both flags', {'EINVAL', 'EEXIST', 'ENODATA'}, lambda: put(name, b'4', CREATE | REPLACE)),
            (f'{space}: unknown flag', 'EINVAL', lambda: put(name, b'4', 8)),
        ])
        t.check(f'{space}: value', get(name), b'333')
        t.check(f'{space}: listed', name in os.listxattr(path), True)
        t.err(f'{space}: remove', 'ok', drop, name)
        t.check(f'{space}: not listed', name in os.listxattr(path), False)
    t.table([
        ('no such namespace', 'EOPNOTSUPP', lambda: put('other.x', b'1')),
        ('no namespace', 'EOPNOTSUPP', lambda: put('plain', b'1')),
        ('a namespace without a name', 'EINVAL', lambda: put('user.', b'1')),
        ('reading a namespace without a name', 'EINVAL', lambda: get('user.')),
        ('system.x', 'EOPNOTSUPP', lambda: put('system.x', b'1')),
        ('empty name', 'ERANGE', lambda: put('', b'1')),
        ('name of 256 bytes', 'ERANGE', lambda: put('user.' + 'n' * 251, b'1')),
        ('name of 255 bytes', 'ok', lambda: put('user.' + 'n' * 250, b'1')),
        ('value above 64 KiB', 'E2BIG', lambda: put('user.big', b'x' * 65537)),
        ('of nothing', 'ENOENT', lambda: os.getxattr(t.path('none'), 'user.x')),
    ])
    for name in (b'user.\xff', 'user.ü'.encode(), b'user. ', b'user.a.b', b'user.A', b'user.a'):
        t.err(f'name {name!r}', 'ok', put, name, name)
        t.check(f'name {name!r}: value', get(name), name)


def sizes(t):
    path = t.file('sizes')
    for size in (0, 1, 100, 255, 256, 1000, 2000, 3000):
        value = bytes(index & 255 for index in range(size))
        os.setxattr(path, 'user.v', value)
        t.check(f'value of {size} bytes', os.getxattr(path, 'user.v'), value)
    import calls
    import ctypes
    buffer = ctypes.create_string_buffer(4096)
    size = lambda room: calls._checked(calls.LIBC.getxattr(os.fsencode(path), b'user.v', buffer, ctypes.c_size_t(room)))
    t.check('asking for the size', size(0), 3000)
    t.check('room enough', size(4096), 3000)
    t.err('room too small', 'ERANGE', size, 2999)
    names = lambda room: calls._checked(calls.LIBC.listxattr(os.fsencode(path), buffer, ctypes.c_size_t(room)))
    t.check('size of the list', names(0), len('user.v') + 1)
    t.err('list: room too small', 'ERANGE', names, 3)
    os.removexattr(path, 'user.v')
    t.check('an empty list', (names(0), os.listxattr(path)), (0, []))
    for number in range(40):
        os.setxattr(path, f'user.many{number}', b'%d' % number)
    t.check('forty attributes', sorted(os.listxattr(path)), sorted(f'user.many{number}' for number in range(40)))
    t.check('forty values', all(os.getxattr(path, f'user.many{number}') == b'%d' % number for number in range(40)), True)
    for number in range(0, 40, 2):
        os.removexattr(path, f'user.many{number}')
    t.check('twenty left', len(os.listxattr(path)), 20)


def large(t):
    """Up to Linux's own limits: 64 KiB a value, 64 KiB of names. ext4 has room for about one block, and says ENOSPC."""
    path, there = t.file('large'), os.path.join(t.other, 'large')
    fits = {'ok', 'ENOSPC'} if t.is_ext4 else 'ok'
    for size in (4096, 65535, 65536):
        value = bytes(index * 7 & 255 for index in range(size))
        done = outcome(os.setxattr, path, 'user.large', value)
        t.check(f'set {size} bytes', done, fits)
        if done == 'ok':
            t.check(f'{size} bytes', [os.getxattr(each, 'user.large') == value for each in (path, there)], [True, True])
            t.err(f'room for one less than {size} bytes', 'ERANGE', read_into, path, size - 1)
    t.err('65,537 bytes', 'E2BIG', os.setxattr, path, 'user.large', bytes(65537))
    t.err('remove', {'ok', 'ENODATA'} if t.is_ext4 else 'ok', os.removexattr, path, 'user.large')
    # Each with its NUL is 256 bytes of the list: as many as Linux can list.
    names = [f'user.{number:03}{"n" * 247}' for number in range(256)]
    done = [outcome(os.setxattr, path, name, b'%d' % number) for number, name in enumerate(names)]
    t.check('256 long names', set(done), lambda all_of: all_of <= fits if t.is_ext4 else all_of == {'ok'})
    kept = [name for name, how in zip(names, done) if how == 'ok']
    for place, each in (('here', path), ('there', there)):
        t.check(f'they are listed {place}', sorted(os.listxattr(each)) == kept, True)
        t.check(f'their values {place}', all(os.getxattr(each, name) == b'%d' % int(name[5:8]) for name in kept), True)
    t.err('one name more than there is room for', 'ENOSPC', os.setxattr, path, f'user.more{"n" * 246}', b'')
    t.check('the list is as it was', sorted(os.listxattr(path)) == kept, True)


def read_into(path, room):
    import calls
    import ctypes
    return calls._checked(calls.LIBC.getxattr(os.fsencode(path), b'user.large', ctypes.create_string_buffer(room), ctypes.c_size_t(room)))


def kinds(t):
    """user.* is for files and directories only; trusted.* and security.* are for all."""
    os.symlink('none', t.path('link')), os.mkfifo(t.path('fifo')), t.folder('dir'), t.file('plain')
    os.mknod(t.path('device'), 0o020600, os.makedev(1, 3))
    for name, allowed in (('plain', True), ('dir', True), ('link', False), ('fifo', False), ('device', False)):
        path = t.path(name)
        at = dict(follow_symlinks=False)
        t.err(f'{name}: set user.x', 'ok' if allowed else 'EPERM', os.setxattr, path, 'user.x', b'1', **at)
        t.err(f'{name}: get user.x', 'ok' if allowed else 'ENODATA', os.getxattr, path, 'user.x', **at)
        t.err(f'{name}: remove user.x', 'ok' if allowed else 'EPERM', os.removexattr, path, 'user.x', **at)
        for space in ('trusted', 'security'):
            t.err(f'{name}: set {space}.x', 'ok', os.setxattr, path, f'{space}.x', b'1', **at)
            t.check(f'{name}: get {space}.x', os.getxattr(path, f'{space}.x', **at), b'1')
            t.check(f'{name}: list {space}.x', f'{space}.x' in os.listxattr(path, **at), True)
            t.err(f'{name}: remove {space}.x', 'ok', os.removexattr, path, f'{space}.x', **at)
    os.symlink('plain', t.path('to-plain'))
    os.setxattr(t.path('to-plain'), 'user.through', b'1')
    t.check('through a link', os.getxattr(t.path('plain'), 'user.through'), b'1')


def rights(t):
    path, folder = t.file('rights', b'', 0o644, OWNER[0], OWNER[1]), t.folder('sticky', 0o1777, OWNER[0], OWNER[1])
    os.setxattr(path, 'user.x', b'1'), os.setxattr(path, 'trusted.x', b'1'), os.setxattr(path, 'security.x', b'1')
    rows = {
        'get user': (lambda: os.getxattr(path, 'user.x'), 'ok ok ok'),
        'set user': (lambda: os.setxattr(path, 'user.x', b'2'), 'ok ok EACCES'),
        'remove user': (lambda: (os.removexattr(path, 'user.x'), os.setxattr(path, 'user.x', b'1')), 'ok ok EACCES'),
        'get trusted': (lambda: os.getxattr(path, 'trusted.x'), 'ok ENODATA ENODATA'),
        'set trusted': (lambda: os.setxattr(path, 'trusted.x', b'2'), 'ok EPERM EPERM'),
        'remove trusted of none': (lambda: os.removexattr(path, 'trusted.y'), 'ENODATA EPERM EPERM'),
        'get security': (lambda: os.getxattr(path, 'security.x'), 'ok ok ok'),
        'set security': (lambda: os.setxattr(path, 'security.x', b'2'), 'ok EPERM EPERM'),
        'set user on a sticky directory': (lambda: os.setxattr(folder, 'user.x', b'2'), 'ok ok EPERM'),
        'list': (lambda: os.listxattr(path), 'ok ok ok'),
    }
    for title, (call, wanted) in rows.items():
        for user, name, want in zip((ROOT, OWNER, STRANGER), ('root', 'owner', 'stranger'), wanted.split()):
            t.err_as(user, f'{title} by {name}', want, call)
    os.chmod(path, 0o200)
    t.err_as(OWNER, 'get needs the read bit', 'EACCES', os.getxattr, path, 'user.x')
    t.err_as(OWNER, 'set needs the write bit only', 'ok', os.setxattr, path, 'user.x', b'1')
    t.check('users do not see trusted.*', in_child(lambda: [name for name in os.listxattr(path) if name.startswith('trusted')], user=STRANGER), [])


def life(t):
    path = t.file('life')
    os.setxattr(path, 'user.keep', b'me')
    os.link(path, t.path('hard')), os.rename(path, t.path('moved'))
    t.check('by another name', os.getxattr(t.path('hard'), 'user.keep'), b'me')
    t.check('after a rename', os.getxattr(t.path('moved'), 'user.keep'), b'me')
    os.chmod(t.path('moved'), 0o600), os.truncate(t.path('moved'), 0)
    t.check('after chmod and truncate', os.getxattr(t.path('moved'), 'user.keep'), b'me')
    t.check('a new file has none', [name for name in os.listxattr(t.file('fresh')) if name.startswith('user')], [])
    fd = os.open(t.path('moved'), os.O_RDONLY)
    t.check('fgetxattr', os.getxattr(fd, 'user.keep'), b'me')
    t.check('fsetxattr through a reader', outcome(os.setxattr, fd, 'user.f', b'1'), 'ok')
    t.check('fremovexattr', outcome(os.removexattr, fd, 'user.f'), 'ok')
    os.close(fd)
