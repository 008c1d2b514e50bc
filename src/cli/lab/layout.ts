/** Where the parts of a lab are, and what it was made with. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedError } from '../../core/errors.js';

export const LAB_VOLUME = 'www';
export const REPLICA_COUNT = 3;
const LOOPBACK = '127.0.0.1';
/** A node's health page listens this far above its port. */
const HTTP_PORT_DISTANCE = 1_000;

export interface LabSettings {
  readonly nodeCount: number;
  /** Node 1 listens here, node 2 one above, and so on. */
  readonly basePort: number;
  /** Absolute. */
  readonly mountPoint: string;
  /** Its nodes speak TLS, as those of all labs do that were not made before there were identities. */
  readonly hasIdentities?: boolean;
}

/** One server of the lab. */
export interface LabNode {
  /** 1.. */
  readonly number: number;
  readonly name: string;
  readonly port: number;
  readonly httpPort: number;
  /** HOST:PORT */
  readonly address: string;
  readonly http: string;
  readonly dataDirectory: string;
  readonly brickDirectory: string;
  readonly logFile: string;
  readonly pidFile: string;
}

export interface Lab {
  /** Absolute. */
  readonly directory: string;
  readonly settings: LabSettings;
  readonly nodes: readonly LabNode[];
  readonly mountLogFile: string;
}

const settingsFile = (directory: string): string => join(directory, 'lab.json');

export const labOf = (directory: string, settings: LabSettings): Lab => ({
  directory,
  settings,
  nodes: Array.from({ length: settings.nodeCount }, (_, index) => nodeOf(directory, settings, index + 1)),
  mountLogFile: join(directory, 'mount.log'),
});

function nodeOf(directory: string, settings: LabSettings, number: number): LabNode {
  const name = `node${number}`;
  const port = settings.basePort + number - 1;
  const httpPort = port + HTTP_PORT_DISTANCE;
  const dataDirectory = join(directory, name);
  return {
    number,
    name,
    port,
    httpPort,
    address: `${LOOPBACK}:${port}`,
    http: `${LOOPBACK}:${httpPort}`,
    dataDirectory,
    brickDirectory: join(dataDirectory, 'brick'),
    logFile: join(directory, `${name}.log`),
    pidFile: join(directory, `${name}.pid`),
  };
}

/** @returns `undefined` when there is no lab in the directory. @throws {RefusedError} its settings cannot be read. */
export async function findLab(directory: string): Promise<Lab | undefined> {
  const path = settingsFile(directory);
  try {
    return labOf(directory, JSON.parse(await readFile(path, 'utf8')) as LabSettings);
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new RefusedError(`${path} cannot be read; remove it to begin anew`, { cause: err });
  }
}

/** @throws {RefusedError} there is no lab in the directory. */
export async function requireLab(directory: string): Promise<Lab> {
  const lab = await findLab(directory);
  if (lab === undefined) throw new RefusedError(`there is no lab in ${directory}; "hafs lab up" makes one`);
  return lab;
}

export const saveLab = (lab: Lab): Promise<void> =>
  writeFile(settingsFile(lab.directory), `${JSON.stringify(lab.settings)}\n`);

/** Everything that `up` puts into the lab's directory, apart from the mount point. */
export const labFiles = (lab: Lab): string[] => [
  ...lab.nodes.flatMap((node) => [node.dataDirectory, node.logFile, node.pidFile]),
  lab.mountLogFile,
  settingsFile(lab.directory),
];

export const serverList = (lab: Lab): string => lab.nodes.map((node) => node.address).join(',');
