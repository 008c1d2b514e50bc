import { UnreachableError } from '../core/errors.js';
import type { Channel } from '../rpc/channel.js';
import { FILE_METHODS } from '../rpc/services.js';
import type { hafs } from '../rpc/wire.js';

const startCall = (channel: Channel) => channel.stream(FILE_METHODS.Session);

type Answered = (response: hafs.v1.IFileResponse) => void;

export interface SessionStreamEvents {
  /** An answer came; called before the one who asked hears it. */
  readonly heard: () => void;
  /** `isWritable` holds again. */
  readonly drained: () => void;
}

/** One stream to one node: requests go out as they come, and each answer finds the one who asked. */
export class SessionStream {
  /** Resolves with the reason, in words. Nothing is answered afterwards. */
  readonly ended: Promise<string>;
  private readonly call: ReturnType<typeof startCall>;
  private readonly unanswered = new Map<number, Answered>();
  private lastId = 0;
  private isOpen = true;
  private hasRoom = true;
  private resolveEnded: (reason: string) => void = () => undefined;

  constructor(
    readonly address: string,
    channel: Channel,
    private readonly events: SessionStreamEvents,
  ) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    this.call = startCall(channel);
    this.call.on('data', (response: hafs.v1.FileResponse) => this.receive(response));
    this.call.on('drain', () => this.drain());
    this.call.on('error', () => undefined); // The status says the same, and always comes.
    this.call.on('status', ({ details }) => this.end(details === '' ? 'the node ended the stream' : details));
  }

  /** False while what was sent before has not left yet: wait for `drained`. */
  get isWritable(): boolean {
    return this.isOpen && this.hasRoom;
  }

  /** `answered` is called at most once; never, when the stream ends first. */
  send(request: hafs.v1.IFileRequest, answered: Answered): void {
    if (!this.isOpen) return;
    const id = ++this.lastId;
    this.unanswered.set(id, answered);
    this.hasRoom = this.call.write({ ...request, id });
  }

  /** @throws {UnreachableError} when the stream ends before the answer. The caller sets the deadline. */
  ask(request: hafs.v1.IFileRequest): Promise<hafs.v1.IFileResponse> {
    return new Promise((resolve, reject) => {
      void this.ended.then((reason) => reject(new UnreachableError(`${this.address}: ${reason}`)));
      this.send(request, resolve);
    });
  }

  /** Ends the stream at once. */
  drop(reason: string): void {
    if (!this.isOpen) return;
    this.end(reason);
    this.call.cancel();
  }

  private receive(response: hafs.v1.FileResponse): void {
    if (!this.isOpen) return;
    const answered = this.unanswered.get(response.id);
    this.unanswered.delete(response.id);
    this.events.heard();
    answered?.(response);
  }

  private drain(): void {
    this.hasRoom = true;
    if (this.isOpen) this.events.drained();
  }

  private end(reason: string): void {
    this.isOpen = false;
    this.unanswered.clear();
    this.resolveEnded(reason);
  }
}
