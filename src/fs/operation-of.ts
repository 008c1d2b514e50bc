import type { FileOperation } from '../core/operation.js';

/** The operation of one kind, with its own fields. */
export type OperationOf<Kind extends FileOperation['kind']> = Extract<FileOperation, { kind: Kind }>;
