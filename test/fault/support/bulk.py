"""Writes COUNT files of BYTES each below FOLDER, eight at a time."""
import os
import sys
import threading

THREADS = 8
FILES_PER_FOLDER = 100

folder, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def write(thread):
    data = os.urandom(size)
    for number in range(thread, count, THREADS):
        parent = os.path.join(folder, f'{thread}-{number // (THREADS * FILES_PER_FOLDER)}')
        os.makedirs(parent, exist_ok=True)
        with open(os.path.join(parent, str(number)), 'wb') as file:
            file.write(data)


threads = [threading.Thread(target=write, args=(number,)) for number in range(THREADS)]
for each in threads:
    each.start()
for each in threads:
    each.join()
