import type { Crash, Observation, Watch } from '../../observation.js';
import { LateFunctions } from './late-functions.js';
import { OpenFiles } from './open-files.js';
import { ProcessListeners } from './process-listeners.js';
import { ResourceTracker } from './resource-tracker.js';
import { readTrace } from './traces.js';

/** What the runtime tells about its invocations, so that somebody can watch them. */
export interface Observer {
  /** Runs user code for an invocation; 0 is the loading of the module. */
  runUserCode<T>(invocation: number, work: () => T): T;
  /** Runs what the runtime does in answer to user code, which is nobody's work. */
  runOutside<T>(work: () => T): T;
  begin(invocation: number): void;
  end(): void;
  observe(): Observation | undefined;
  /** Tells when nothing went on for so long of what ended last, unless the next invocation begins before. */
  onceQuiet(quietMs: number, tell: () => void): void;
  describeCrash(error: unknown): Crash | undefined;
}

/** @param textOf the text of a file as it runs */
export function createObserver(watch: Watch, textOf: (file: string) => string): Observer {
  return watch === 'off' ? blind : new WatchingObserver(watch === 'work-and-stacks', textOf);
}

// Taken before user code runs, which may replace them.
const { setInterval, clearInterval } = globalThis;
const activeResources = process.getActiveResourcesInfo.bind(process);

const MS_BETWEEN_LOOKS = 5;

/** Between two invocations the container keeps the line to its host open, and nothing else of its own. */
const OWN_HANDLES = 1;

const blind: Observer = {
  runUserCode: (_invocation, work) => work(),
  runOutside: (work) => work(),
  begin: () => undefined,
  end: () => undefined,
  observe: () => undefined,
  onceQuiet: (_quietMs, tell) => {
    tell();
  },
  describeCrash: () => undefined,
};

class WatchingObserver implements Observer {
  readonly #tracker: ResourceTracker;
  readonly #listeners: ProcessListeners;
  /** These two are costly: V8 optimises nothing while it counts calls. */
  readonly #functions: LateFunctions | undefined;
  readonly #files: OpenFiles | undefined;
  #listening: NodeJS.Timeout | undefined;

  constructor(withStacks: boolean, textOf: (file: string) => string) {
    this.#tracker = new ResourceTracker(withStacks);
    this.#listeners = new ProcessListeners(this.#tracker, withStacks);
    process.setSourceMapsEnabled(true);
    if (!withStacks) return;
    this.#functions = new LateFunctions(textOf);
    this.#files = new OpenFiles(this.#tracker);
  }

  runUserCode<T>(invocation: number, work: () => T): T {
    return this.#tracker.runAs(invocation, work);
  }

  runOutside<T>(work: () => T): T {
    return this.#tracker.runAs(undefined, work);
  }

  begin(invocation: number): void {
    clearInterval(this.#listening);
    this.#tracker.begin(invocation);
  }

  end(): void {
    this.#tracker.endRunning();
    this.#functions?.reset();
  }

  observe(): Observation {
    const isRunning = this.#tracker.running !== undefined;
    return this.runOutside(() => ({
      at: performance.timeOrigin + performance.now(),
      invocation: this.#tracker.running ?? this.#tracker.lastEnded,
      late: this.#tracker.takeLate(),
      pending: isRunning ? this.#tracker.holding() : this.#tracker.takePending(),
      handles: this.#tracker.handles(),
      functions: isRunning ? [] : (this.#functions?.take() ?? []),
      openFiles: this.#files?.view() ?? [],
      listeners: this.#listeners.view(),
    }));
  }

  onceQuiet(quietMs: number, tell: () => void): void {
    let quietLooks = 0;
    const isOver = (): boolean => {
      if (!this.#tracker.isQuiet()) quietLooks = 0;
      else if (this.#isStill() || quietLooks++ * MS_BETWEEN_LOOKS >= quietMs) return true;
      return false;
    };
    this.runOutside(() => {
      if (isOver()) {
        tell();
        return;
      }
      this.#listening = setInterval(() => {
        if (!isOver()) return;
        clearInterval(this.#listening);
        tell();
      }, MS_BETWEEN_LOOKS);
    });
  }

  /** Whether nothing is left in the process that could make code run. */
  #isStill(): boolean {
    return this.#tracker.isStill() && openHandles() <= OWN_HANDLES;
  }

  describeCrash(error: unknown): Crash {
    const isError = error instanceof Error;
    return {
      errorType: isError ? error.name : typeof error,
      errorMessage: isError ? error.message : String(error),
      owner: this.#tracker.currentOwner,
      ranIn: this.#tracker.running,
      frames: isError && typeof error.stack === 'string' ? readTrace({ stack: error.stack }).frames : [],
    };
  }
}

/** What keeps the process alive and is no timer: those are followed one by one. */
function openHandles(): number {
  return activeResources().filter((type) => type !== 'Timeout' && type !== 'Immediate').length;
}
