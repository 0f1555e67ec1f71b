import type { Crash, Frame, Observation } from '../observation.js';
import type { Outcome } from '../outcome.js';

/** A line that the handler printed. */
export interface LogLine {
  at: number;
  requestId: string;
  /** `runtime` for what the runtime itself says about an error. */
  level: string;
  text: string;
  /** The user's line that an error comes from. */
  place?: Frame;
}

/** What happened in one invocation. Times are those of the day, in milliseconds with fractions. */
export interface InvocationRecord {
  /** 1 for the first. */
  index: number;
  /** Which of the events it was given, 0 for the first of them. */
  eventIndex: number;
  requestId: string;
  outcome: Outcome;
  /** Whether the container could be started and the handler loaded. */
  hasStarted: boolean;
  /** Which start of the container served it, 1 for the first. */
  container: number;
  startedAt: number;
  /** When the answer was sent. */
  answeredAt: number | undefined;
  /** When the runtime asked for the next invocation, or the process ended. */
  endedAt: number;
  logs: LogLine[];
  /** What was seen of it by the time the next one began; only when the container watches. */
  observation: Observation | undefined;
  /** File descriptors that were open by then; undefined where the system doesn't tell. */
  descriptors: number | undefined;
  /** Whether the handler had called its callback, so that only pending work held the answer back. */
  isWaiting: boolean;
  crashes: Crash[];
}

/** What ran in a container before its first invocation, which is nobody's leak. */
export interface IdleRecord {
  container: number;
  observation: Observation;
}
