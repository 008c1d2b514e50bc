import { spawn, type ChildProcess } from 'node:child_process';
import type { Logger } from '../../src/runtime/logger.js';
import { abortFile } from './connection-abort.js';

const WORD = 'over\n';

/**
 * $1: the mount's process, $2: the file that aborts its connection. Told a word, it is no longer needed. A signal alone says
 * nothing: whoever stops a service sends it to all of its processes, and the mount may take its time to end in good order.
 */
const SCRIPT = `
trap : TERM
trap '' INT HUP
until read -r word; do
  sleep 1
  [ -e "/proc/$1" ] || exit
  grep -q '^State:.Z' "/proc/$1/status" || continue
  set -- "$1" "$2" "/proc/$1/task"/*
  [ $# -gt 3 ] || exit
  [ -e "$2" ] || mount -t fusectl none "$(dirname "$(dirname "$2")")"
  echo 1 > "$2"
  exit
done`;

/**
 * A shell beside the mount's process, for when that is killed while its notifying thread waits in the kernel for a page. That page is
 * released by an answer that never comes: the thread cannot die, keeps the device open, and so the kernel does not end the
 * connection by itself; whoever uses the mount would wait for ever. The shell then ends it.
 * It is told by the signal that setpriv(1) has the kernel send when its parent dies (prctl(2), PR_SET_PDEATHSIG).
 */
export class Guardian {
  private child: ChildProcess | undefined;

  constructor(private readonly log: Logger) {}

  /** @param device `major:minor` of the mount. */
  start(device: string): void {
    const words = ['--pdeathsig', 'TERM', 'sh', '-c', SCRIPT, 'hafs-mount-guardian'];
    const child = spawn('setpriv', [...words, String(process.pid), abortFile(device)], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    child.on('error', (err) => this.log.warn('mount.unguarded', { err }));
    child.stdin.on('error', () => undefined); // It may be gone already when it is told.
    child.unref();
    (child.stdin as typeof child.stdin & { unref?: () => void }).unref?.();
    this.child = child;
  }

  stop(): void {
    this.child?.stdin?.end(WORD);
    this.child = undefined;
  }
}
