/** A place in the user's own code. */
export interface Frame {
  /** Name of the function, empty at the top level of a module. */
  name: string;
  file: string;
  line: number;
  column: number;
}

/** Something asynchronous that an invocation started: a timer, a request, a promise, a handle. */
export interface ObservedResource {
  id: number;
  /** Node.js's name of it, such as `Timeout` or `TCPWRAP`. */
  type: string;
  /** The invocation that started it; 0 for the module itself. */
  owner: number;
  startedAt: number;
  /** Whether it keeps the process alive; undefined where that can't be told. */
  isRef: boolean | undefined;
  /** The user's frames that led to it, the innermost first. Empty without stacks, or for a library's own work. */
  frames: Frame[];
  /** Whether the innermost frame outside Node.js itself is the user's, not a library's. */
  isStartedByUser: boolean;
}

/** Work of an invocation that was over already, or of the module while no invocation went on. */
export interface LateEvent {
  /** What happened: its callback began to run, or a promise was settled. */
  what: 'ran' | 'settled';
  resource: ObservedResource;
  at: number;
  /** The invocation that went on at that moment; undefined between two. */
  ranIn: number | undefined;
}

/** A function of the user that ran while no invocation was going on. Seen only together with stacks. */
export interface LateFunction extends Frame {
  calls: number;
}

/** What the container saw since it last told. */
export interface Observation {
  at: number;
  /** The invocation that ended last, or goes on; 0 before the first. */
  invocation: number;
  late: LateEvent[];
  /**
   * What the last invocation had pending when it ended, and that did not turn out to be finished. Of one that goes on,
   * everything that keeps it from ending.
   */
  pending: ObservedResource[];
  /** Everything that lives now and is a handle: a socket, a server, a child process, an open file. */
  handles: ObservedResource[];
  functions: LateFunction[];
  /** Where files were opened that still are, outside the handles. */
  openFiles: ObservedResource[];
  /** Listeners on `process`. */
  listeners: ObservedResource[];
}

/** An uncaught error or unhandled rejection. */
export interface Crash {
  errorType: string;
  errorMessage: string;
  /** The invocation whose work failed, if that can be told. */
  owner: number | undefined;
  ranIn: number | undefined;
  frames: Frame[];
}

/** How closely a container watches. */
export type Watch = 'off' | 'work' | 'work-and-stacks';
