import { messageOf } from '../src/core/errors.js';
import type { Envelope } from '../src/volume/replica-codec.js';
import {
  bricksOf,
  EMPTY_CATALOGUE,
  type Catalogue,
  type VolumeBrick,
  type VolumeRecord,
} from '../src/volume/catalogue.js';
import { retireBrick } from './brick-directory.js';
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
  /** No longer wanted, open or not: each is to be closed, and marked if another took its place. */
  private readonly leaving = new Map<string, WantedBrick>();
  private catalogue = EMPTY_CATALOGUE;
  private work: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly nodeId: string,
    private readonly deps: BrickDeps,
  ) {}

  /** Opens what a started volume has here, closes what is no longer wanted. Changes follow one another. */
  follow(catalogue: Catalogue): Promise<void> {
    this.want(wantedBricks(catalogue, this.nodeId));
    this.catalogue = catalogue;
    for (const [id, { volume }] of this.wanted) this.open.get(id)?.follow(volume);
    return this.reconcile();
  }

  get all(): readonly BrickProcess[] {
    return [...this.open.values()];
  }

  /** Those of started volumes. */
  get wantedBricks(): readonly (WantedBrick & { readonly isOpen: boolean })[] {
    return [...this.wanted].map(([id, wanted]) => ({ ...wanted, isOpen: this.open.has(id) }));
  }

  byId(brick: string): BrickProcess | undefined {
    return this.open.get(brick);
  }

  /** While one replaces another both may be here: then the one that manages the volume, if it is one of them. */
  byGroup(group: string): BrickProcess | undefined {
    return managerFirst(this.all.filter(({ volume }) => volume.group === group));
  }

  /** As `byGroup`. */
  byVolume(name: string): BrickProcess | undefined {
    return managerFirst(this.all.filter(({ volume }) => volume.name === name));
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
      for (const peer of process.bricksOn(node)) process.manager.group.replica.linkDown(peer);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.want(new Map());
    await this.reconcile();
  }

  private want(wanted: Map<string, WantedBrick>): void {
    for (const [id, brick] of this.wanted) if (!wanted.has(id)) this.leaving.set(id, brick);
    for (const id of wanted.keys()) this.leaving.delete(id);
    this.wanted = wanted;
  }

  private reconcile(): Promise<void> {
    this.work = this.work.then(() => this.closeUnwanted()).then(() => this.openWanted());
    return this.work;
  }

  private async closeUnwanted(): Promise<void> {
    const leaving = [...this.leaving];
    this.leaving.clear();
    await Promise.all(leaving.map(([id, brick]) => this.closeOne(id).then(() => this.retireReplaced(brick))));
  }

  private async retireReplaced({ volume, brick }: WantedBrick): Promise<void> {
    const known = this.catalogue.volumes.find(({ id }) => id === volume.id);
    if (known === undefined || bricksOf(known).some(({ id }) => id === brick.id)) return;
    await retireBrick(brick.directory, volume.name).catch((error: unknown) => {
      this.deps.log.warn('brick.not_retired', { directory: brick.directory, reason: messageOf(error) });
    });
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
    for (const brick of bricksOf(volume)) {
      const isHere = brick.nodeId === nodeId && brick.id !== volume.restingBrick;
      if (isHere) wanted.set(brick.id, { volume, brick });
    }
  }
  return wanted;
}

const managerFirst = (processes: readonly BrickProcess[]): BrickProcess | undefined =>
  processes.find(({ manager }) => manager.group.replica.view().isManager) ?? processes[0];
