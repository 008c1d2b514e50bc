import { closeSync, openSync, readFileSync, writevSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ERRNO } from '../../src/core/errno.js';
import { InvalidRequestError, RefusedError } from '../../src/core/errors.js';
import { FUSE_DEVICE } from '../../src/runtime/fuse-device.js';
