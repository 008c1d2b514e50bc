/** What a check has found. */
export interface Finding {
  /** What was looked at: "fuse", "pool", "brick n1:24100:/b". */
  readonly check: string;
  /** `broken`: something does not work now. `warning`: it may come to that, or is slower than it need be. */
  readonly level: 'ok' | 'warning' | 'broken';
  readonly message: string;
  /** What to do; nothing when all is well. */
  readonly remedy: string | undefined;
}

export const ok = (check: string, message: string): Finding => ({
  check,
  level: 'ok',
  message,
  remedy: undefined,
});

export const warning = (check: string, message: string, remedy: string): Finding => ({
  check,
  level: 'warning',
  message,
  remedy,
});

export const broken = (check: string, message: string, remedy: string): Finding => ({
  check,
  level: 'broken',
  message,
  remedy,
});
