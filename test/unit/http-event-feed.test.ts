import { expect, test } from 'vitest';
import { EventFeed } from '../../brick/http/event-feed.js';
import { wire } from '../../src/rpc/wire.js';
import { ManualClock } from '../support/manual-clock.js';

const FRESH_MS = 500;

test('event feed: many ask at once for the latest events: the nodes of the pool are asked once', async () => {
  let askedCount = 0;
  const service = {
    all: () => Promise.resolve(new wire.EventsResponse({ silent: [`${++askedCount}`] })),
  };
  const clock = new ManualClock();
  const feed = new EventFeed(service, clock);
  const askers = Array.from({ length: 100 }, () => feed.latest());
  expect(new Set((await Promise.all(askers)).flatMap(({ silent }) => silent))).toEqual(new Set(['1']));
  await clock.advance(FRESH_MS + 1);
  expect(await feed.latest()).toEqual({ events: [], silent: ['2'] });
});
