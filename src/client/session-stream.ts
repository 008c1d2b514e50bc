import { UnreachableError, type HafsError } from '../core/errors.js';
import { refusalOf, type Channel } from '../rpc/channel.js';
import { FILE_METHODS } from '../rpc/services.js';
import type { hafs } from '../rpc/wire.js';

const startCall = (channel: Channel) => channel.stream(FILE_METHODS.Session);

type Answered = (response: hafs.v1.IFileResponse) => void;

export interface SessionStreamEvents {
  /** `isWritable` holds again. */
  readonly drained: () => void;
  /** The manager takes something back. */
  readonly recalled: (recall: hafs.v1.IRecall) => void;
  /** Nothing is answered any more. `reason` is for people. */
  readonly ended: (reason: string) => void;
}

/** One stream to one node: requests go out as they come, and each answer finds the one who asked. */
export class SessionStream {
  /** How many answers have come. */
  answerCount = 0;
  private readonly call: ReturnType<typeof startCall>;
  private readonly unanswered = new Map<number, Answered>();
  private lastId = 0;
  private isOver = false;
  /** Why the node would not have this stream, if it has said. */
  private refusal: HafsError | undefined;
  private hasRoom = true;
  private readonly refusals = new Set<(error: Error) => void>();

  constructor(
    readonly address: string,
    channel: Channel,
    private readonly events: SessionStreamEvents,
  ) {
    this.call = startCall(channel);
    this.call.on('data', (response: hafs.v1.FileResponse) => this.receive(response));
    this.call.on('drain', () => this.drain());
    this.call.on('error', () => undefined); // The status says the same, and always comes.
    this.call.on('status', (status) => {
      this.refusal = refusalOf(status);
      this.end(status.details === '' ? 'the node ended the stream' : status.details);
    });
  }

  /** False while what was sent before has not left yet: wait for `drained`. */
  get isWritable(): boolean {
    return !this.isOver && this.hasRoom;
  }

  get isEnded(): boolean {
    return this.isOver;
  }

  /** `answered` is called at most once; never, when the stream ends first. */
  send(request: hafs.v1.IFileRequest, answered: Answered): void {
    if (this.isOver) return;
    const id = ++this.lastId;
    this.unanswered.set(id, answered);
    this.hasRoom = this.call.write({ ...request, id });
  }

  /** For what has no answer. */
  tell(request: hafs.v1.IFileRequest): void {
    if (!this.isOver) this.hasRoom = this.call.write({ ...request, id: ++this.lastId });
  }

  /**
   * Waits as long as the stream lasts: whoever drops it when it is silent bounds this.
   * @throws {UnreachableError} when the stream ends before the answer.
   */
  ask(request: hafs.v1.IFileRequest): Promise<hafs.v1.IFileResponse> {
    return new Promise((resolve, reject) => {
      if (this.isOver) reject(new UnreachableError(`${this.address}: the stream has ended`));
      this.refusals.add(reject);
      this.send(request, (response) => {
        this.refusals.delete(reject);
        resolve(response);
      });
    });
  }

  /** Ends the stream at once. */
  drop(reason: string): void {
    if (this.isOver) return;
    this.end(reason);
    this.call.cancel();
  }

  private receive(response: hafs.v1.FileResponse): void {
    if (this.isOver) return;
    if (response.recall) {
      this.events.recalled(response.recall);
      return;
    }
    const answered = this.unanswered.get(response.id);
    this.unanswered.delete(response.id);
    this.answerCount++;
    answered?.(response);
  }

  private drain(): void {
    this.hasRoom = true;
    if (!this.isOver) this.events.drained();
  }

  private end(reason: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.unanswered.clear();
    const error = this.refusal ?? new UnreachableError(`${this.address}: ${reason}`);
    for (const refuse of this.refusals) refuse(error);
    this.events.ended(reason);
  }
}
