import type { Attr } from '../../src/core/attr.js';
import type { FileError } from '../../src/core/errors.js';
import type { Ino, SessionId } from '../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { attrToWire } from '../../src/rpc/attr-codec.js';
import type { hafs } from '../../src/rpc/wire.js';
import { leasable } from '../../src/volume/leases/leasable.js';
import type { RecallPort } from '../../src/volume/leases/lease-holder.js';
import type { Leases } from '../../src/volume/leases/leases.js';

type Leased = Pick<hafs.v1.IFileResponse, 'inodesLeased' | 'directoryLeased'>;

/** What one client is told that it may keep. To be asked in the same go in which the reply is sent. */
export class SessionLeases {
  constructor(
    private readonly leases: Leases,
    private readonly session: SessionId,
  ) {}

  /** @returns the number of its leases; see `Leases`. */
  connected(port: RecallPort, held: readonly Ino[]): number {
    return this.leases.connected(this.session, port, held);
  }

  disconnected(port: RecallPort): void {
    this.leases.disconnected(this.session, port);
  }

  /** @returns the number of its leases; see `Leases`. */
  renewed(returned: readonly Ino[]): number {
    return this.leases.renewed(this.session, returned);
  }

  answered(recall: number, givenUp: readonly Ino[]): void {
    this.leases.answered(this.session, recall, givenUp);
  }

  /** What it may keep of the outcome of an operation. */
  of(operation: FileOperation, outcome: FileReply | FileError, mark: number): Leased {
    const { inodes, directories } = leasable(operation, outcome);
    return { inodesLeased: this.granted(inodes, mark), directoryLeased: this.granted(directories, mark) };
  }

  /** Which of the attributes after a mutation it may keep. */
  ofAttrs(after: readonly Attr[], mark: number): hafs.v1.IAttr[] {
    return after.filter(({ ino }) => this.granted([ino], mark)).map(attrToWire);
  }

  private granted(inos: readonly Ino[], mark: number): boolean {
    return inos.length > 0 && this.leases.grant(this.session, inos, mark);
  }
}
