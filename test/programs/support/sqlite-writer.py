"""Appends rows to a table, each in a transaction of its own: sqlite-writer.py FILE JOURNAL WRITER COUNT."""
import sqlite3
import sys

BUSY_SECONDS = 100

path, journal, writer, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
base = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
mode = base.execute(f'PRAGMA journal_mode={journal}').fetchone()[0]
assert mode == journal, f'journal mode is {mode}'
base.execute('PRAGMA synchronous=FULL')
base.execute('CREATE TABLE IF NOT EXISTS rows (place INTEGER PRIMARY KEY, writer TEXT, number INTEGER, fill BLOB)')
for number in range(count):
    base.execute('BEGIN IMMEDIATE')
    # Read what the other process has written last: a stale page would make the place one that is taken.
    (last,) = base.execute('SELECT coalesce(max(place), 0) FROM rows').fetchone()
    base.execute('INSERT INTO rows VALUES (?, ?, ?, randomblob(3000))', (last + 1, writer, number))
    base.execute('COMMIT')
base.close()
