/** A volume and its model, side by side: each operation is done on both, and both must agree on the outcome. */
import { expect } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { ROOT_INO, sessionId, type Ino } from '../../src/core/ids.js';
import type { FileReply, Mutation } from '../../src/core/operation.js';
import {
  linkNode,
  makeNode,
  ModelDirectory,
  ModelFile,
  removeDirectory,
  renameNode,
  unlinkNode,
  type ModelNode,
  type Place,
  type RenameMode,
} from './file-system-model.js';
import { bytes, entryAttr, makeOperation, MemoryVolume, outcome } from './memory-volume.js';
import type { Action, ArbitraryPlace, WriteAction } from './volume-actions.js';

const SESSIONS = [sessionId(1), sessionId(2)];

export class VolumePair {
  readonly volume = new MemoryVolume(SESSIONS);
  private readonly root = new ModelDirectory(undefined);
  private readonly inos = new Map<ModelNode, Ino>([[this.root, ROOT_INO]]);
  private readonly releasedBy = new Map<ModelNode, Set<number>>();

  run(action: Action): void {
    switch (action.kind) {
      case 'make':
        return this.make(this.place(action.at), action.type);
      case 'link':
        return this.link(
          action.isFile ? this.file(action.node) : this.node(action.node),
          this.place(action.at),
        );
      case 'unlink':
      case 'rmdir':
        return this.remove(action.kind, this.place(action.at));
      case 'rename':
        return this.rename(this.place(action.from), this.place(action.to), action.mode);
      case 'write':
        return this.write(this.file(action.file), action);
      case 'truncate':
        return this.truncate(this.file(action.file), action.position);
      case 'setxattr':
        return this.setxattr(this.node(action.node));
      case 'release':
        return this.release(this.node(action.node), action.session);
    }
  }

  /** Every node that is there, linked or held. */
  nodes(): [ModelNode, Ino][] {
    return [...this.inos];
  }

  /** Everything goes: names first, then what the sessions hold. */
  removeAll(): void {
    this.removeWithin(this.root);
    for (const [node] of this.nodes()) {
      for (const session of SESSIONS.keys()) this.release(node, session);
    }
  }

  private node(nth: number): ModelNode {
    const nodes = [...this.inos.keys()];
    return defined(nodes[nth % nodes.length]);
  }

  private file(nth: number): ModelFile | undefined {
    const files = [...this.inos.keys()].filter((node) => node instanceof ModelFile);
    return files[nth % files.length];
  }

  private place({ isTaken, nth, name }: ArbitraryPlace): Place {
    const directories = [...this.inos.keys()].filter((node) => node instanceof ModelDirectory);
    const taken = directories.flatMap((parent) =>
      [...parent.entries.keys()].map((name) => ({ parent, name })),
    );
    const free = { parent: defined(directories[nth % directories.length]), name };
    return isTaken ? (taken[nth % taken.length] ?? free) : free;
  }

  /** Both must agree whether it can be done, and why not. */
  private both(inModel: () => void, mutation: Mutation): FileReply | undefined {
    let reply: FileReply | undefined;
    const actual = outcome(() => (reply = this.volume.mutate(mutation)));
    expect(actual, mutation.kind).toBe(outcome(inModel));
    return reply;
  }

  private ino(node: ModelNode): Ino {
    return defined(this.inos.get(node));
  }

  private make(at: Place, type: 'regular' | 'directory'): void {
    let node: ModelNode | undefined;
    const mutation = makeOperation(at.name, { type, parent: this.ino(at.parent) });
    const reply = this.both(() => (node = makeNode(at, type)), mutation);
    if (reply !== undefined && node !== undefined) this.inos.set(node, entryAttr(reply).ino);
  }

  private link(node: ModelNode | undefined, at: Place): void {
    if (node === undefined) return;
    const places = { parent: this.ino(at.parent), name: bytes(at.name) };
    this.both(() => linkNode(node, at), { kind: 'link', ino: this.ino(node), ...places });
  }

  private remove(kind: 'unlink' | 'rmdir', at: Place): void {
    const inModel = kind === 'unlink' ? unlinkNode : removeDirectory;
    this.both(() => inModel(at), { kind, parent: this.ino(at.parent), name: bytes(at.name) });
  }

  private rename(from: Place, to: Place, mode: RenameMode): void {
    this.both(() => renameNode(from, to, mode), {
      kind: 'rename',
      parent: this.ino(from.parent),
      name: bytes(from.name),
      newParent: this.ino(to.parent),
      newName: bytes(to.name),
      mode,
    });
  }

  private write(file: ModelFile | undefined, { position, append, sync, data }: WriteAction): void {
    if (file === undefined) return;
    const offset = append ? file.size : position;
    const mutation = {
      kind: 'write',
      ino: this.ino(file),
      offsetBytes: position,
      append,
      sync,
      data,
    } as const;
    const reply = this.both(() => file.write(offset, data), mutation);
    expect(reply).toMatchObject({ offsetBytes: offset, attr: { sizeBytes: file.size } });
  }

  private truncate(file: ModelFile | undefined, sizeBytes: number): void {
    if (file === undefined) return;
    const mutation = { kind: 'setattr', ino: this.ino(file), change: { sizeBytes } } as const;
    this.both(() => file.truncate(sizeBytes), mutation);
  }

  private setxattr(node: ModelNode): void {
    if (node === this.root) return; // Would be left over at the end.
    const mutation = { kind: 'setxattr', ino: this.ino(node), name: bytes('user.a') } as const;
    this.volume.mutate({ ...mutation, value: bytes('1'), mode: 'any' });
  }

  /** A node that all have released after its last name went is gone for the model too. */
  private release(node: ModelNode, session: number): void {
    const ino = this.inos.get(node);
    if (ino === undefined) return;
    this.volume.mutate({ kind: 'release', inos: [ino] }, SESSIONS[session]);
    if (node.linkCount > 0) return;
    const released = this.releasedBy.get(node) ?? new Set();
    this.releasedBy.set(node, released.add(session));
    if (released.size === SESSIONS.length) this.inos.delete(node);
  }

  private removeWithin(directory: ModelDirectory): void {
    for (const [name, node] of directory.entries) {
      if (node instanceof ModelDirectory) this.removeWithin(node);
      this.remove(node instanceof ModelDirectory ? 'rmdir' : 'unlink', { parent: directory, name });
    }
  }
}
