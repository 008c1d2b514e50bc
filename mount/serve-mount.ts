import { FileCache } from '../src/client/cache/file-cache.js';
import type { ConnectOptions } from '../src/client/connect.js';
import type { FileVolume } from '../src/client/file-volume.js';
import { RefusedError } from '../src/core/errors.js';
import type { Metrics } from '../src/runtime/metrics.js';
import { findCredential } from '../src/rpc/identity/credential-place.js';
import { measuredVolume } from './metrics/measured-volume.js';
import { openMetrics } from './metrics/metrics-page.js';
import { MOUNT_METRICS } from './metrics/mount-metric-names.js';
import { RequestMeter } from './metrics/request-meter.js';
import { accessTimesKept } from './access-times.js';
import { kernelOperations } from './operations/kernel-operations.js';
import { RequestServer } from './operations/request-server.js';
import { KernelView } from './cache/kernel-view.js';
import type { MountDeps } from './mount-deps.js';
import { connectOptionsOf, type MountPlan } from './mount-plan.js';
import { resolveRoot } from './mounted-root.js';
import { OpenFileTable, QUICKLY_ANSWERED } from './open-files/open-file-table.js';
import { NodeMap } from './node-map.js';
import type { FuseTransport } from './transport/fuse-transport.js';
import { openTransport } from './transport/open-transport.js';

export interface ServeHooks {
  /** Fires when the mount shall be taken down. */
  readonly stop: AbortSignal;
  /** The mount is in place and answers. */
  readonly onMounted: () => void | Promise<void>;
}

/**
 * Mounts a volume and serves it until it is unmounted, by `stop` or from outside. Afterwards every
 * request has been answered and the session is over.
 * @throws {RefusedError} when it cannot be mounted; nothing is left behind.
 */
export async function serveMount(plan: MountPlan, deps: MountDeps, hooks: ServeHooks): Promise<void> {
  const page = await openMetrics(plan.settings.metricsAddress, deps.log);
  try {
    await serveMeasured(plan, { ...deps, metrics: page.metrics }, hooks);
  } finally {
    page.close();
  }
}

type MeasuredDeps = MountDeps & { readonly metrics: Metrics };

async function serveMeasured(plan: MountPlan, deps: MeasuredDeps, hooks: ServeHooks): Promise<void> {
  const view = new KernelView(deps.clock);
  const cache = new FileCache(deps.clock, view);
  const credentialFile = await findCredential(plan.credentialFile, plan.servers, deps.credentialPlaces);
  const options = { ...connectOptionsOf(plan, credentialFile, deps.log), keeper: cache };
  const connected = await connectUnlessStopped(options, deps, hooks.stop);
  const volume = measuredVolume(connected, deps.metrics, deps.clock);
  try {
    await serveVolume(plan, { volume, cache, view }, deps, hooks);
  } finally {
    await volume.close();
  }
}

async function connectUnlessStopped(
  options: ConnectOptions,
  deps: MountDeps,
  stop: AbortSignal,
): Promise<FileVolume> {
  const connecting = deps.connectVolume(options);
  const stopped = fired(stop).then(() => 'stopped' as const);
  const first = await Promise.race([connecting, stopped]);
  if (first !== 'stopped') return first;
  connecting.then((volume) => volume.close()).catch(() => undefined); // Too late to be of use.
  throw new RefusedError('stopped before the volume was mounted');
}

async function serveVolume(
  plan: MountPlan,
  {
    volume,
    cache,
    view,
  }: { readonly volume: FileVolume; readonly cache: FileCache; readonly view: KernelView },
  deps: MeasuredDeps,
  hooks: ServeHooks,
): Promise<void> {
  const { clock, log, metrics } = deps;
  const nodes = new NodeMap(await resolveRoot(volume, plan.device.subdirectory));
  const { source, target, settings } = plan;
  const openFiles = new OpenFileTable();
  const transport = await openTransport(settings.transport, {
    target,
    source,
    kernelOptions: settings.kernelOptions,
    notedOptions: settings.notedOptions,
    isAnchored: true,
    clock,
    log,
    openFiles,
  });
  const { notifier } = transport;
  const { handlers, counts, orphans, patience } = kernelOperations({
    volume,
    nodes,
    cache,
    view,
    notifier,
    openFiles,
    accessTimesKept: accessTimesKept(settings.kernelOptions),
    clock,
    log,
  });
  const server = new RequestServer({
    handlers,
    counts,
    log,
    reply: (id, reply) => transport.reply(id, reply),
    meter: new RequestMeter(metrics, clock),
  });
  for (const request of QUICKLY_ANSWERED) {
    metrics.watch((say) => say(MOUNT_METRICS.quicklyAnswered, openFiles.answered(request), { request }));
  }
  metrics.watch((say) => say(MOUNT_METRICS.info, 1, labelsOf(plan)));
  await transport.start((request) => void server.serve(request));
  try {
    await mounted(server, transport);
    await hooks.onMounted();
    await endOf(transport, hooks.stop);
  } finally {
    patience.stop();
    await transport.close();
    await server.drained();
    orphans.stop();
  }
}

const labelsOf = ({ device, target }: MountPlan) => ({
  volume: device.volume,
  directory: target.kind === 'directory' ? target.path : '',
});

async function mounted(server: RequestServer, transport: FuseTransport): Promise<void> {
  const tooEarly = transport.ended.then(() => {
    throw new RefusedError('the mount ended before it was ready');
  });
  await Promise.race([server.initialized, tooEarly]);
}

/** Until somebody unmounts, or we are told to. */
const endOf = (transport: FuseTransport, stop: AbortSignal): Promise<void> =>
  Promise.race([transport.ended, fired(stop)]);

const fired = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
