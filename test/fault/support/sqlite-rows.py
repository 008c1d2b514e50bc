"""Commits numbered rows to an SQLite database in rollback-journal mode. usage: sqlite-rows.py DATABASE SECONDS

Each line on stdout is a row whose commit was acknowledged, or `error` and what SQLite said.
"""
import sqlite3
import sys
import time

database, seconds = sys.argv[1], float(sys.argv[2])
connection = sqlite3.connect(database, timeout=30, isolation_level=None)
connection.execute("PRAGMA journal_mode=DELETE")
connection.execute("PRAGMA synchronous=FULL")
connection.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, text TEXT)")
connection.execute("CREATE INDEX texts ON rows (text)")
end, number = time.monotonic() + seconds, 0
while time.monotonic() < end:
    number += 1
    try:
        connection.execute("BEGIN IMMEDIATE")
        for part in range(3):
            text = "%d of row %d " % (part, number) * 100
            connection.execute("INSERT INTO rows VALUES (?, ?)", (3 * number + part, text))
        connection.execute("COMMIT")
        print(number, flush=True)
    except sqlite3.Error as failure:
        print("error", failure, flush=True)
        if connection.in_transaction:
            connection.execute("ROLLBACK")
