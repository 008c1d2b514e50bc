"""ACLs in the model test, as acl(5) and the kernel's posix_acl_xattr.h have them."""
import os
import struct

VERSION = 2
UNDEFINED = 0xffffffff
NAMES = {'access': 'system.posix_acl_access', 'default': 'system.posix_acl_default'}


def set_acl(p, order):
    """Entries of tag, permissions and, of users and groups with a name, id; -1 stands for none."""
    entries = [struct.pack('<HHI', tag, bits, UNDEFINED if who == -1 else who) for tag, bits, who in order['entries']]
    os.setxattr(p.path(order), NAMES[order['which']], struct.pack('<I', VERSION) + b''.join(entries))
    return 'ok'


def get_acl(p, order):
    value = os.getxattr(p.path(order), NAMES[order['which']])
    return [struct.unpack_from('<HHI', value, at) for at in range(4, len(value), 8)]


def remove_acl(p, order):
    os.removexattr(p.path(order), NAMES[order['which']])
    return 'ok'


MOVES = {'setAcl': set_acl, 'getAcl': get_acl, 'removeAcl': remove_acl}
