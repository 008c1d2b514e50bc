/** The command line itself is wrong: nothing was asked of anybody. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  /** @param label of the command, once it is known: "volume heal". */
  constructor(
    message: string,
    options?: ErrorOptions,
    readonly label?: string,
  ) {
    super(message, options);
  }
}

/** A command did not do what it says. `label` is how its lines begin: "volume start: www". */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly label: string,
    override readonly cause: unknown,
  ) {
    super(`${label} failed`);
  }
}
