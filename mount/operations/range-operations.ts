import { FileError } from '../../src/core/errors.js';
import type { AllocateMode } from '../../src/core/operation.js';
import { lostPrivilegesBy } from '../lost-privileges.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

/** Flags of fallocate(2): KEEP_SIZE 1, PUNCH_HOLE 2 (with KEEP_SIZE only), ZERO_RANGE 16. The rest is not supported. */
const ALLOCATE_MODES = new Map<number, AllocateMode>([
  [0, 'allocate'],
  [1, 'allocateKeepSize'],
  [3, 'punch'],
  [16, 'zero'],
  [17, 'zeroKeepSize'],
]);

/** Of lseek(2); the kernel does the others itself. */
const SEEKS = new Map<number, 'data' | 'hole'>([
  [3, 'data'],
  [4, 'hole'],
]);

/** Ranges of files: holes, and copies that do not pass through the mount. */
export function rangeOperations({
  gate,
  nodes,
  accessTimes,
}: OperationContext): Handlers<'fallocate' | 'lseek' | 'copyRange'> {
  return {
    fallocate: async ({ offsetBytes, lengthBytes, flags }, { unique, nodeid, caller }) => {
      const mode = ALLOCATE_MODES.get(flags);
      if (mode === undefined) throw new FileError('EOPNOTSUPP', `fallocate flags ${flags}`);
      const ino = nodes.inoOf(nodeid);
      const allocate = { kind: 'allocate', ino, offsetBytes, lengthBytes, mode } as const;
      await gate.ask(unique, { ...allocate, loses: lostPrivilegesBy(caller) }, 'attr');
      return { kind: 'done' };
    },
    lseek: async ({ offsetBytes, whence }, { unique, nodeid }) => {
      const wanted = SEEKS.get(whence);
      if (wanted === undefined) throw new FileError('EINVAL', `lseek whence ${whence}`);
      const seek = { kind: 'seek', ino: nodes.inoOf(nodeid), offsetBytes, wanted } as const;
      return { kind: 'offset', offsetBytes: (await gate.ask(unique, seek, 'offset')).offsetBytes };
    },
    copyRange: async (range, { unique, nodeid, caller }) => {
      const { offsetBytes, lengthBytes, targetOffsetBytes } = range;
      const [ino, target] = [nodes.inoOf(nodeid), nodes.inoOf(range.target)];
      const copy = { kind: 'copy', ino, offsetBytes, lengthBytes, target, targetOffsetBytes } as const;
      const copied = await gate.ask(unique, { ...copy, loses: lostPrivilegesBy(caller) }, 'copied');
      await accessTimes.read(ino);
      return { kind: 'written', sizeBytes: copied.lengthBytes };
    },
  };
}
