/** What is said to somebody who has mistaken a name. */
import type { RefusedError } from '../src/core/errors.js';
import { unknownNode, unknownVolume } from '../src/core/unknown-name.js';
import type { Catalogue } from '../src/volume/catalogue.js';

export const noSuchVolume = ({ volumes }: Catalogue, given: string): RefusedError =>
  unknownVolume(
    given,
    volumes.map(({ name }) => name),
  );

export const noSuchNode = ({ nodes }: Catalogue, given: string): RefusedError =>
  unknownNode(
    given,
    nodes.flatMap(({ name, address }) => [name, address]),
  );
