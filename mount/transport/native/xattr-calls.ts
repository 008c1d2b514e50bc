import { isAclName } from '../../../src/core/acl.js';
import { FileError } from '../../../src/core/errors.js';
import { KIB } from '../../../src/core/limits.js';
import { bytesToText, textToBytes } from './native-text.js';
import type { PathWalk } from './path-walk.js';
import type { RequestExchange } from './request-exchange.js';

/** XATTR_SIZE_MAX and XATTR_LIST_MAX of linux/limits.h. */
const VALUE_BYTES_MAX = 64 * KIB;
const LIST_BYTES_MAX = 64 * KIB;
const NUL = '\0';

/** Extended attributes. ACLs are refused: libfuse 2 does not have the kernel enforce them. */
export class XattrCalls {
  constructor(
    private readonly exchange: RequestExchange,
    private readonly walk: PathWalk,
  ) {}

  set(path: string, text: string, borrowed: Buffer, flags: number): Promise<void> {
    return this.walk.at(path, async (node) => {
      const [name, value] = [nameOf(text), Uint8Array.from(borrowed)];
      await this.exchange.ask(node, { kind: 'setxattr', name, value, flags }, 'done');
    });
  }

  get(path: string, text: string): Promise<Buffer> {
    return this.walk.at(path, async (node) => {
      const asked = { kind: 'getxattr', name: nameOf(text), sizeBytes: VALUE_BYTES_MAX } as const;
      return Buffer.from((await this.exchange.ask(node, asked, 'data')).data);
    });
  }

  list(path: string): Promise<string[]> {
    return this.walk.at(path, async (node) => {
      const listing = { kind: 'listxattr', sizeBytes: LIST_BYTES_MAX } as const;
      const { data } = await this.exchange.ask(node, listing, 'data');
      return (bytesToText(data) ?? '')
        .split(NUL)
        .filter((name) => name !== '' && !isAclName(Buffer.from(name)));
    });
  }

  remove(path: string, text: string): Promise<void> {
    return this.walk.at(path, async (node) => {
      await this.exchange.ask(node, { kind: 'removexattr', name: nameOf(text) }, 'done');
    });
  }
}

function nameOf(text: string): Uint8Array {
  const name = textToBytes(text);
  if (isAclName(name)) throw new FileError('EOPNOTSUPP');
  return name;
}
