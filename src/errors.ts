/** The command can't be run as it was typed or configured: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';

  constructor(
    message: string,
    /** What to type next. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
