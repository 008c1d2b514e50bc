import { setFlagsFromString } from 'node:v8';

/** How much may come on top of what is in use before it is all looked through, in percent. */
const HEAP_GROWING_PERCENT = 500;

/**
 * For programs that bulk data passes through: lets garbage gather for longer before all of the heap is looked
 * through. V8 reckons it by the heap alone, which is small here, but counts the buffers of file data against it;
 * left to itself it does so every few megabytes (docs/decisions/0006-garbage.md).
 */
export function letGarbageGather(): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
}
