import { assert } from '../../../src/core/assert.js';
import type { Attr } from '../../../src/core/attr.js';
import { kernelNodeId, ROOT_NODE_ID, type KernelNodeId } from '../../protocol/request-ids.js';
import { textToBytes } from './native-text.js';
import type { RequestExchange } from './request-exchange.js';

/** The inode that a path stood for, looked up and not yet given back. */
export interface HeldNode {
  readonly node: KernelNodeId;
  /** As the lookup showed them; of the top there is none. */
  readonly attr: Attr | undefined;
  letGo(): void;
}

/** From paths to inodes: a lookup for each name on the way, as the kernel does it. */
export class PathWalk {
  constructor(private readonly exchange: RequestExchange) {}

  /** Whoever holds an inode must let go of it. @throws {FileError} ENOENT … */
  async hold(path: string): Promise<HeldNode> {
    const passed: KernelNodeId[] = [];
    const letGo = (): void => this.exchange.forget(passed.splice(0));
    let attr: Attr | undefined;
    try {
      for (const name of namesIn(path)) {
        const parent = passed.at(-1) ?? ROOT_NODE_ID;
        ({ attr } = await this.exchange.ask(parent, { kind: 'lookup', name: textToBytes(name) }, 'entry'));
        passed.push(kernelNodeId(attr.ino));
      }
    } catch (err) {
      letGo();
      throw err;
    }
    return { node: passed.at(-1) ?? ROOT_NODE_ID, attr, letGo };
  }

  async at<T>(path: string, work: (node: KernelNodeId, attr?: Attr) => Promise<T>): Promise<T> {
    const held = await this.hold(path);
    try {
      return await work(held.node, held.attr);
    } finally {
      held.letGo();
    }
  }

  /** For operations on a name: the directory that it is in, and the name. */
  async atParent<T>(path: string, work: (parent: KernelNodeId, name: Uint8Array) => Promise<T>): Promise<T> {
    const names = namesIn(path);
    const name = names.pop();
    assert(name !== undefined, 'the top of the mount has no name');
    return await this.at(names.join('/'), (parent) => work(parent, textToBytes(name)));
  }
}

const namesIn = (path: string): string[] => path.split('/').filter((name) => name !== '');
