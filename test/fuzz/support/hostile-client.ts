/** The far end of a client's stream: what it says goes through the real codec, and so does what it is told. */
import { ClientMemory } from '../../../brick/clients/client-memory.js';
import { FairTurns } from '../../../brick/clients/fair-turns.js';
import type { SessionCall } from '../../../brick/clients/session-call.js';
import { FileSession, type ServingBrick, type SessionDeps } from '../../../brick/file-session.js';
import type { VolumeAccess } from '../../../brick/identity/volume-access.js';
import { SystemClock } from '../../../src/runtime/clock.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import { wire, type hafs } from '../../../src/rpc/wire.js';

const ANSWER_MS_MAX = 10_000;
const clock = new SystemClock();
const UNRESTRICTED: VolumeAccess = { owner: '', isReadOnly: false };

type DataListener = (request: hafs.v1.FileRequest) => void;

export class HostileClient implements SessionCall {
  private dataListener: DataListener = () => undefined;
  private readonly waiting = new Map<number, (response?: hafs.v1.IFileResponse) => void>();
  private lastId = 0;
  lastOpened: hafs.v1.IOpened | undefined;
  /** The server has ended the stream. */
  isEnded = false;

  constructor(
    brick: ServingBrick,
    accessTo: (volume: string) => VolumeAccess = () => UNRESTRICTED,
    deps: Partial<SessionDeps> = {},
  ) {
    new FileSession(this, () => brick, {
      accessTo,
      addressOf: () => undefined,
      isReadOnly: () => false,
      squash: () => 'none',
      turns: new FairTurns(clock),
      memory: new ClientMemory(),
      clock,
      log: silentLogger,
      ...deps,
    }).start();
  }

  on(event: string, listener: never): unknown {
    if (event === 'data') this.dataListener = listener;
    return this;
  }

  write(response: hafs.v1.IFileResponse): boolean {
    wire.FileResponse.encode(response).finish(); // What cannot be sent would break the stream.
    if (response.opened) this.lastOpened = response.opened;
    this.waiting.get(response.id ?? 0)?.(response);
    this.waiting.delete(response.id ?? 0);
    return true;
  }

  pause(): unknown {
    return this;
  }

  resume(): unknown {
    return this;
  }

  end(): void {
    this.isEnded = true;
    for (const answered of this.waiting.values()) answered();
    this.waiting.clear();
  }

  /** Sends it as it is, but for the id by which the answer is known. @throws {Error} there is none. */
  async ask(request: hafs.v1.FileRequest): Promise<hafs.v1.IFileResponse | undefined> {
    const id = ++this.lastId;
    request.id = id;
    const answered = new Promise<hafs.v1.IFileResponse | undefined>((resolve) =>
      this.waiting.set(id, resolve),
    );
    this.dataListener(request);
    // Who answers a recall, or waits for a lock of his own, is told nothing; nor is anybody once the stream has ended.
    if (this.isEnded || request.recalled || request.lock?.waits === true) return undefined;
    const timer = { handle: undefined as NodeJS.Timeout | undefined };
    const silence = new Promise<never>((_, reject) => {
      const complain = (): void => reject(new Error(`no answer to ${JSON.stringify(request)}`));
      timer.handle = setTimeout(complain, ANSWER_MS_MAX);
    });
    const response = await Promise.race([answered, silence]);
    clearTimeout(timer.handle);
    return response;
  }
}
