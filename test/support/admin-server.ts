/** A server that answers administrators as it is told to. */
import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { FILE_METHODS, IDENTITY_METHODS, POOL_METHODS, VOLUME_METHODS } from '../../src/rpc/services.js';

type MethodName =
  | keyof typeof POOL_METHODS
  | keyof typeof VOLUME_METHODS
  | keyof typeof IDENTITY_METHODS
  | keyof typeof FILE_METHODS;

/** A reply, or a function that makes one or throws `Refusal`. */
export type Answers = Partial<Record<MethodName, object | ((request: object) => object)>>;

export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: status = status.FAILED_PRECONDITION,
  ) {
    super(message);
  }
}

export interface AdminServer {
  /** HOST:PORT */
  readonly address: string;
  /** Every request that came, in order, Identify left out. */
  readonly requests: readonly { readonly method: string; readonly request: object }[];
  stop(): void;
}

const IDENTITY = { node: { id: 'n1', name: 'node1', address: '127.0.0.1:1' }, pool: 'p', poolNodes: 1 };

export async function startAdminServer(answers: Answers): Promise<AdminServer> {
  const server = new Server();
  const requests: { method: string; request: object }[] = [];
  const all: Answers = { Identify: IDENTITY, ...answers };
  for (const methods of [POOL_METHODS, VOLUME_METHODS, IDENTITY_METHODS, FILE_METHODS])
    server.addService(methods, handlers(methods, all, requests));
  const port = await listen(server);
  return { address: `127.0.0.1:${port}`, requests, stop: () => server.forceShutdown() };
}

function handlers(
  methods: object,
  answers: Answers,
  requests: { method: string; request: object }[],
): UntypedServiceImplementation {
  const entries = Object.keys(methods).map((method) => {
    const handle = (
      call: { request: object },
      reply: (error: object | null, value?: object) => void,
    ): void => {
      if (method !== 'Identify') requests.push({ method, request: call.request });
      try {
        reply(null, answerTo(answers[method as MethodName], call.request));
      } catch (err) {
        if (!(err instanceof Refusal)) throw err;
        reply({ code: err.code, details: err.message });
      }
    };
    return [method, handle] as const;
  });
  return Object.fromEntries(entries);
}

function answerTo(answer: Answers[MethodName], request: object): object {
  if (answer === undefined) throw new Refusal('not played', status.UNIMPLEMENTED);
  return typeof answer === 'function' ? (answer as (request: object) => object)(request) : answer;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (err, port) => {
      if (err === null) resolve(port);
      else reject(err);
    });
  });
