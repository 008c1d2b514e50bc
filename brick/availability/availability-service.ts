import { BRICK_METHODS, VOLUME_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { textField } from '../../src/rpc/validate.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { wallMs, type Clock } from '../../src/runtime/clock.js';
import { askNodes } from '../ask-nodes.js';
import type { StorageNode } from '../storage-node.js';
import { noSuchVolume } from '../unknown-names.js';
import { figuresOf } from './figures.js';
import { serviceRecord, type Outage, type ServiceRecord } from './service-record.js';
import type { SightingBook } from './sighting-book.js';
import { sightingFromWire } from './sighting-codec.js';

const ID_LENGTH_MAX = 64;
/** Of each kind; the sums are of all. */
const OUTAGES_TOLD_MAX = 100;

/** Since when a volume could be read and written, from any node: what all nodes with a brick of it have seen. */
export class AvailabilityService {
  constructor(
    private readonly node: StorageNode,
    private readonly book: SightingBook,
    private readonly clock: Clock,
  ) {}

  addTo(server: RpcServer): void {
    server.unary(BRICK_METHODS.Sightings, ({ group }) => Promise.resolve(this.own(group)));
    server.unary(
      VOLUME_METHODS.Availability,
      async ({ name }) => new wire.AvailabilityResponse(await this.of(name)),
    );
  }

  private own(group: string): hafs.v1.SightingsResponse {
    const sightings = this.book.sightings(textField(group, 'group', ID_LENGTH_MAX));
    return new wire.SightingsResponse({ sightings: sightings.map((sighting) => ({ ...sighting })) });
  }

  async of(name: string): Promise<hafs.v1.IAvailabilityResponse> {
    const { volumes, nodes } = this.node.catalogue;
    const volume = volumes.find((known) => known.name === name);
    if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
    const holders = nodes.filter(({ id }) => volume.bricks.some(({ nodeId }) => nodeId === id));
    const request = { group: volume.group };
    const { answers, silent } = await askNodes(this.node, holders, BRICK_METHODS.Sightings, () => request);
    const sightings = answers.flatMap(({ answer }) => answer.sightings.map(sightingFromWire));
    const untilMs = wallMs(this.clock);
    const write = serviceRecord(sightings, ({ service }) => service === 'writable', untilMs);
    const isReadable = (service: string): boolean => service === 'writable' || service === 'readable';
    const read = serviceRecord(sightings, ({ service }) => isReadable(service), untilMs);
    const served = sightings.filter(({ service }) => isReadable(service)).map(({ fromMs }) => fromMs);
    return {
      sinceMs: served.length === 0 ? 0 : served.reduce((least, fromMs) => Math.min(least, fromMs), Infinity),
      untilMs,
      silent: [...silent],
      ...(write === undefined ? {} : { write: recordToWire(write) }),
      ...(read === undefined ? {} : { read: recordToWire(read) }),
    };
  }
}

const recordToWire = (record: ServiceRecord): hafs.v1.IServiceRecord => ({
  available: record.isAvailable,
  sinceMs: record.sinceMs,
  availableMs: record.availableMs,
  unavailableMs: record.unavailableMs,
  outageCount: record.outages.length,
  ...figuresOf(record),
  outages: record.outages.slice(-OUTAGES_TOLD_MAX).reverse().map(outageToWire),
});

const outageToWire = ({ fromMs, toMs, isOver, cause, before, after }: Outage): hafs.v1.IOutage => ({
  fromMs,
  toMs: isOver ? toMs : 0,
  cause,
  before,
  after,
});
