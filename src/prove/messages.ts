import type { Crash, Frame, Observation, Watch } from './observation.js';
import type { RuntimeName } from './runtime-name.js';

/** What the runtime tells Lambda about a failed invocation or a failed start. The trace is left out. */
export interface ReportedError {
  errorType: string;
  errorMessage: string;
}

/** A module text that takes the place of what is on disk. */
export interface PreparedModule {
  format: 'commonjs' | 'module';
  source: string;
}

/** The first line the host sends: everything the container needs in order to start. */
export interface ContainerJob {
  runtime: RuntimeName;
  file: string;
  exportName: string;
  /** Texts by absolute path, ready for Node.js to run. */
  prepared: Record<string, PreparedModule>;
  /** Files by bare module name, for modules that are replaced by a stand-in. */
  standIns: Record<string, string>;
  watch: Watch;
  /** Whether connections to other machines are possible. */
  allowNetwork: boolean;
}

/** One event to handle. */
export interface Invocation {
  type: 'invoke';
  /** 1 for the first, counted on when the container is started again. */
  index: number;
  requestId: string;
  /** The event as JSON text, as on the wire. */
  event: string;
  deadlineMs: number;
}

/** What the host sends after the job: the next event, or questions about what the last one left behind. */
export type HostMessage =
  | Invocation
  /** What was seen so far? */
  | { type: 'observe' }
  /** When was nothing left of it for so long? */
  | { type: 'tell-when-quiet'; quietMs: number };

/** What the container sends. `at` is the time of day in milliseconds, with fractions. */
export type ContainerMessage =
  | { type: 'init-error'; error: ReportedError; at: number }
  | { type: 'next'; at: number }
  | { type: 'waiting'; requestId: string; at: number }
  | { type: 'crash'; crash: Crash; at: number }
  | { type: 'quiet'; at: number }
  | { type: 'observation'; observation: Observation; at: number }
  | { type: 'started'; requestId: string; at: number }
  | { type: 'response'; requestId: string; body: string; at: number }
  | { type: 'error'; requestId: string; error: ReportedError; partialBody?: string; at: number }
  | { type: 'log'; requestId: string; level: string; text: string; place?: Frame; at: number };
