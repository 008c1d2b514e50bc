import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, RefusedError } from '../../src/core/errors.js';
import type { Named } from '../../src/rpc/identity/caller.js';
import { issueOwn, type Authority, type Validity } from '../../src/rpc/identity/certificates.js';
import {
  readCredential,
  refuseIfOpenToOthers,
  writeCredential,
  writePrivate,
} from '../../src/rpc/identity/credential-file.js';
import { holderOf, type Credential } from '../../src/rpc/identity/credential.js';
import { OWNER_DIRECTORY_MODE } from '../../src/runtime/file-mode.js';
import { makeDirectory } from '../../src/runtime/make-directory.js';

const DIRECTORY = 'identity';
const AUTHORITY_FILE = 'authority.pem';
const AUTHORITY_KEY_FILE = 'authority.key';
const NODE_FILE = 'node.pem';
/** For root of this machine, and for whomever root gives it to. */
const ADMIN_FILE = 'admin.pem';
const INCOMPLETE = `${AUTHORITY_FILE} is missing; copy it from another node of the pool, or, if making it was cut short, say "hafs pool init" or "hafs pool join" again`;

/** What makes a node a node of its pool: files in its data directory, for nobody else to read. */
export class NodeIdentity {
  private constructor(
    private readonly directory: string,
    readonly authority: Authority,
    private ownCredential: Credential,
  ) {}

  /**
   * @returns `undefined` when the node has none.
   * @throws {RefusedError} it has, and it cannot be used: then it must not do without, and talk to anybody in plain text.
   */
  static async load(dataDirectory: string): Promise<NodeIdentity | undefined> {
    const directory = join(dataDirectory, DIRECTORY);
    try {
      const names = await namesIn(directory);
      if (names.length === 0) return undefined;
      if (!names.includes(AUTHORITY_FILE)) throw new RefusedError(INCOMPLETE);
      const certificatePem = await readFile(join(directory, AUTHORITY_FILE), 'utf8');
      await refuseIfOpenToOthers(join(directory, AUTHORITY_KEY_FILE));
      const keyPem = await readFile(join(directory, AUTHORITY_KEY_FILE), 'utf8');
      const credential = await readCredential(join(directory, NODE_FILE));
      return new NodeIdentity(directory, { certificatePem, keyPem }, credential);
    } catch (error) {
      throw new RefusedError(`the identity in ${directory} cannot be used: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  /** @returns whether one was made to its end; one that was cut short may be made anew. */
  static async isMade(dataDirectory: string): Promise<boolean> {
    return (await namesIn(join(dataDirectory, DIRECTORY))).includes(AUTHORITY_FILE);
  }

  /** What is written last makes it whole: see `isMade`. */
  static async save(
    dataDirectory: string,
    authority: Authority,
    credential: Credential,
    validity: Validity,
  ): Promise<NodeIdentity> {
    const directory = join(dataDirectory, DIRECTORY);
    makeDirectory(directory, OWNER_DIRECTORY_MODE);
    await chmod(directory, OWNER_DIRECTORY_MODE);
    await rm(join(directory, AUTHORITY_FILE), { force: true });
    await writePrivate(join(directory, AUTHORITY_KEY_FILE), authority.keyPem);
    await writeCredential(join(directory, NODE_FILE), credential);
    const identity = new NodeIdentity(directory, authority, credential);
    await identity.renewAdmin(validity);
    await writePrivate(join(directory, AUTHORITY_FILE), authority.certificatePem);
    return identity;
  }

  get credential(): Credential {
    return this.ownCredential;
  }

  get holder(): Named {
    return holderOf(this.ownCredential);
  }

  get adminFile(): string {
    return join(this.directory, ADMIN_FILE);
  }

  async renew(validity: Validity): Promise<void> {
    const renewed = await issueOwn(this.authority, this.holder, validity);
    await writeCredential(join(this.directory, NODE_FILE), renewed);
    this.ownCredential = renewed;
  }

  async renewAdmin(validity: Validity): Promise<void> {
    const admin = { kind: 'admin', id: this.holder.id } as const;
    await writeCredential(this.adminFile, await issueOwn(this.authority, admin, validity));
  }
}

/** None also when the data directory is no directory: whoever wants to use it says so. */
const namesIn = (directory: string): Promise<string[]> =>
  readdir(directory).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  });
