/**
 * A client that asks for as much as its stream takes, and never for less: `flood-process.js ADDRESS VOLUME`. Says on
 * its standard output how many answers it has had, again and again, and ends when it is not served.
 */
import { Channel } from '../../src/rpc/channel.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import type { hafs } from '../../src/rpc/wire.js';

/** Streams, each with as many requests as a session has slots. */
const STREAMS = 16;
const UNDER_WAY = 256;
/** Nobody else uses it. */
const MADE = { parent: 1, name: Buffer.from('flooded'), type: 8, mode: 0o644 };

const [address = '', volume = ''] = process.argv.slice(2);
const channel = new Channel(address);

let answeredCount = 0;

function flood(): void {
  const stream = channel.stream(FILE_METHODS.Session);
  let lastId = 1;
  let ino = 0;
  /** Each slot is used again as soon as it is answered; every other request is a query. */
  const ask = (place: number): void => {
    const id = ++lastId * UNDER_WAY + place;
    const isChange = place % 2 === 0;
    const setattr = { ino, mode: 0o755 };
    const lookup = { parent: 1, name: Buffer.from('nobody') };
    stream.write(isChange ? { id, slot: place, sequence: lastId, setattr } : { id, lookup });
  };
  stream.on('error', () => process.exit(1));
  stream.on('data', ({ id, opened, entry }: hafs.v1.FileResponse) => {
    if (opened) stream.write({ id: 2, sequence: 1, make: MADE });
    else if (id === 1) process.exit(1);
    else if (ino !== 0) {
      answeredCount++;
      ask(id % UNDER_WAY);
    } else ino = entry?.attr?.ino ?? 1;
    if (id === 2) for (let place = 0; place < UNDER_WAY; place++) ask(place);
  });
  stream.write({ id: 1, open: { volume, client: 'flood' } });
}

for (let count = 0; count < STREAMS; count++) flood();

const REPORT_MS = 100;
setInterval(() => {
  process.stdout.write(`${answeredCount}\n`);
}, REPORT_MS);
