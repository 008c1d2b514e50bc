import { POOL_METHODS } from '../src/rpc/services.js';
import type { RpcServer } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import { putPoolOptions } from '../src/volume/catalogue.js';
import { onPoolManager } from './forward.js';
import { changedPoolOptions } from './pool-options.js';
import type { StorageNode } from './storage-node.js';

const OPTION_LENGTH_MAX = 1_000;

/** The pool's own options. */
export class PoolOptionsService {
  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
  ) {}

  addTo(server: RpcServer): void {
    const { SetPoolOption, GetPoolOptions } = POOL_METHODS;
    server.unary(GetPoolOptions, () => Promise.resolve(this.reply(this.node.catalogue.options)));
    server.unary(SetPoolOption, (request) =>
      onPoolManager(this.node, this.clock, SetPoolOption, request, () => this.set(request)),
    );
  }

  private async set(request: hafs.v1.SetPoolOptionRequest): Promise<hafs.v1.PoolOptions> {
    const key = textField(request.key, 'key', OPTION_LENGTH_MAX);
    const value = textField(request.value, 'value', OPTION_LENGTH_MAX);
    const { reset } = request;
    const options = await this.node.pool.change((catalogue) => {
      const result = changedPoolOptions(catalogue.options, { key, value, reset });
      return Promise.resolve({ edits: [putPoolOptions(result)], result });
    });
    return this.reply(options);
  }

  private reply(options: Readonly<Record<string, string>>): hafs.v1.PoolOptions {
    return new wire.PoolOptions({ options: { ...options } });
  }
}
