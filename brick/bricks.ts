import { messageOf } from '../src/core/errors.js';
import type { BrickId } from '../src/core/ids.js';
import type { Envelope } from '../src/volume/replica-codec.js';
import type { Catalogue, VolumeBrick, VolumeRecord } from '../src/volume/catalogue.js';
import { BrickProcess, type BrickDeps } from './brick-process.js';

/** A brick that could not be opened, or failed, is tried again after this. */
const RETRY_INTERVAL_MS = 5_000;

interface WantedBrick {
  readonly volume: VolumeRecord;
  readonly brick: VolumeBrick;
}

/** The bricks of this node: those of started volumes are open, or it is known why not. */
export class Bricks {
  private readonly open = new Map<string, BrickProcess>();
  private readonly problems = new Map<string, string>();
  private wanted = new Map<string, WantedBrick>();
  private work: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly nodeId: string,
    private readonly deps: BrickDeps,
  ) {}

  /** Opens what a started volume has here, closes what is no longer wanted. Changes follow one another. */
  follow(catalogue: Catalogue): Promise<void> {
    this.wanted = wantedBricks(catalogue, this.nodeId);
    return this.reconcile();
  }

  get all(): readonly BrickProcess[] {
    return [...this.open.values()];
  }

  /** Those of started volumes. */
  get wantedBricks(): readonly (WantedBrick & { readonly isOpen: boolean })[] {
    return [...this.wanted].map(([id, wanted]) => ({ ...wanted, isOpen: this.open.has(id) }));
  }

  byGroup(group: string): BrickProcess | undefined {
    return [...this.open.values()].find(({ volume }) => volume.group === group);
  }

  byVolume(name: string): BrickProcess | undefined {
    return [...this.open.values()].find(({ volume }) => volume.name === name);
  }

  /** Why a brick is not open, if that is known. */
  problemOf(brick: string): string | undefined {
    return this.problems.get(brick);
  }

  deliver({ to, from, message }: Envelope): void {
    this.open.get(to)?.manager.group.replica.receive(from, message);
  }

  linkDown(node: string): void {
    for (const process of this.open.values()) {
      const peer: BrickId | undefined = process.brickOn(node);
      if (peer !== undefined) process.manager.group.replica.linkDown(peer);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.wanted = new Map();
    await this.reconcile();
  }

  private reconcile(): Promise<void> {
    this.work = this.work.then(() => this.closeUnwanted()).then(() => this.openWanted());
    return this.work;
  }

  private async closeUnwanted(): Promise<void> {
    const unwanted = [...this.open].filter(([id]) => !this.wanted.has(id));
    await Promise.all(unwanted.map(([id]) => this.closeOne(id)));
  }

  private async closeOne(id: string): Promise<void> {
    const process = this.open.get(id);
    await process?.close();
    this.open.delete(id);
  }

  private async openWanted(): Promise<void> {
    for (const [id, { volume, brick }] of this.wanted) {
      if (!this.open.has(id)) await this.openOne(volume, brick);
    }
  }

  private async openOne(volume: VolumeRecord, brick: VolumeBrick): Promise<void> {
    try {
      const process = await BrickProcess.open(volume, brick, this.deps, (error) =>
        this.failed(volume, brick, error),
      );
      this.open.set(brick.id, process);
      if (this.problems.delete(brick.id))
        this.deps.tell('brick-opened', `${brick.directory} is open again`, volume.name);
      this.deps.log.info('brick.opened', { volume: volume.name, directory: brick.directory });
    } catch (error) {
      this.reportProblem(volume, brick, error);
    }
  }

  private failed(volume: VolumeRecord, brick: VolumeBrick, error: unknown): void {
    const { id } = brick;
    this.reportProblem(volume, brick, error);
    this.work = this.work
      .then(() => this.closeOne(id))
      .catch((closing: unknown) => {
        this.deps.log.warn('brick.not_closed', { brick: id, reason: messageOf(closing) });
        this.open.delete(id);
      });
  }

  private reportProblem({ name }: VolumeRecord, { id, directory }: VolumeBrick, error: unknown): void {
    if (this.problems.get(id) !== messageOf(error)) {
      this.deps.log.error('brick.offline', { brick: id, reason: messageOf(error) });
      this.deps.tell('brick-failed', `${directory}: ${messageOf(error)}`, name);
    }
    this.problems.set(id, messageOf(error));
    this.deps.clock.after(RETRY_INTERVAL_MS, () => {
      if (!this.isClosed) void this.reconcile();
    });
  }
}

function wantedBricks(catalogue: Catalogue, nodeId: string): Map<string, WantedBrick> {
  const wanted = new Map<string, WantedBrick>();
  for (const volume of catalogue.volumes) {
    if (volume.status !== 'started') continue;
    for (const brick of volume.bricks) if (brick.nodeId === nodeId) wanted.set(brick.id, { volume, brick });
  }
  return wanted;
}
