/** What the main thread gives a notifier thread to start with. */
export interface NotifierStart {
  readonly fd: number;
}

export interface Notification {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export interface Notified {
  readonly id: number;
  /** write(2) failed with it. */
  readonly errorCode?: string;
}
