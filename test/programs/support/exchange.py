"""Exchanges two names at once: exchange.py ONE OTHER (renameat2(2) with RENAME_EXCHANGE)."""
import ctypes
import os
import sys

AT_FDCWD, RENAME_EXCHANGE = -100, 2

libc = ctypes.CDLL(None, use_errno=True)
one, other = (os.fsencode(path) for path in sys.argv[1:3])
if libc.renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) != 0:
    sys.exit(os.strerror(ctypes.get_errno()))
