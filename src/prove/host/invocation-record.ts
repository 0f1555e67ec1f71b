import type { Outcome } from '../outcome.js';

/** A line that the handler printed. */
export interface LogLine {
  at: number;
  requestId: string;
  level: string;
  text: string;
}

/** What happened in one invocation. Times are those of the day, in milliseconds with fractions. */
export interface InvocationRecord {
  /** 1 for the first. */
  index: number;
  requestId: string;
  outcome: Outcome;
  /** Which start of the container served it, 1 for the first. */
  container: number;
  startedAt: number;
  /** When the answer was sent. */
  answeredAt: number | undefined;
  /** When the runtime asked for the next invocation, or the process ended. */
  endedAt: number;
  logs: LogLine[];
}
