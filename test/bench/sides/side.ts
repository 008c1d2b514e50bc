/** Something that a volume can be measured against: it gives directories, and says whose CPU time counts. */
export interface Side {
  /** As in `--sides`, and in the JSON. */
  readonly name: string;
  readonly title: string;
  /** The limit and the peers are what hafs is compared with. */
  readonly role: 'hafs' | 'peer' | 'limit';

  /** Programs of other packages (requirements.ts). */
  readonly tools: readonly string[];

  start(): Promise<void>;
  /** Leaves nothing behind, whatever state it is in. */
  stop(): Promise<void>;
  /** The directory of the client's `number`th mount, 0 and up; mounted if it is not. */
  mount(number: number): Promise<string>;
  /** Afterwards nothing is cached: not by the kernel, not by the client, whose mounts are made anew. */
  dropCaches(): Promise<void>;
  /** Everything that serves the volume now: daemons, and the mounts' processes. */
  processes(): Promise<readonly number[]>;
  /** What can be killed to see how long a writer is held up; a side without replicas has nothing. */
  readonly victims: readonly Victim[];
}

export interface Victim {
  readonly name: string;
  kill(): Promise<void>;
  /** Starts it again; resolves when it is as good as before. */
  restore(): Promise<void>;
}
