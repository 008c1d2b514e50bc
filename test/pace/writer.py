# Writes small files until it is told to stop (SIGTERM); says how long the longest of them took.
import os, signal, sys, time

directory, going, worst, count, errors = sys.argv[1], True, 0.0, 0, []


def stop(*_):
    global going
    going = False


signal.signal(signal.SIGTERM, stop)
while going:
    began = time.monotonic()
    try:
        with open(os.path.join(directory, 'writer-%d' % count), 'w') as file:
            file.write('%d\n' % count)
    except OSError as error:
        errors.append(str(error))
    worst = max(worst, time.monotonic() - began)
    count += 1
print('%d %d %d %s' % (count, round(worst * 1000), len(errors), errors[:1]))
