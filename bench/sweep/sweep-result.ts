/** What a sweep over one folder saw. */
export interface SweepResult {
  readonly folder: string;
  readonly counts: SweepCounts;
  /** Laws that were broken, one line each; empty when all is well. */
  readonly violations: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a stored snapshot holds: it depends on the code and on leakfix, on nothing else. */
export interface SweepCounts {
  readonly files: number;
  readonly handlers: number;
  readonly changedFiles: number;
  /** Files that could not be read or parsed. */
  readonly errors: number;
  /** `await-timers fixed`, `await-timers refused: unknown-callee` → how many. */
  readonly findings: Readonly<Record<string, number>>;
}
