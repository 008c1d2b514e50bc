/** What a status of gRPC means to whoever has called. */
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { UnreachableError } from '../../src/core/errors.js';
import { errorFromStatus } from '../../src/rpc/channel.js';

const unavailable = (details: string): ServiceError => ({
  ...{ name: 'Error', message: details, code: status.UNAVAILABLE, details, metadata: new Metadata() },
});

test.each([
  {
    what: 'nobody listens there',
    details: 'No connection established. Last error: connect ECONNREFUSED 10.0.0.2:24100',
    says: 'cannot reach n2:24100: ECONNREFUSED',
  },
  {
    what: 'it answers that another node does not',
    details: 'cannot reach n1:24100: ECONNREFUSED',
    says: 'n2:24100: cannot reach n1:24100: ECONNREFUSED',
  },
])('channel: $what: said so', ({ details, says }) => {
  expect(errorFromStatus(unavailable(details), 'n2:24100')).toEqual(new UnreachableError(says));
});
