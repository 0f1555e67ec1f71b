import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';

/** What one invocation of a handler did. */
export interface Trace {
  /** What the caller gets, or the error's message. */
  readonly answer: string;
  /** What was logged before the answer. */
  readonly before: readonly string[];
  /** What was logged behind it: work that leaked. */
  readonly behind: readonly string[];
}

type Handler = (event: unknown, context: unknown, callback: (...results: unknown[]) => void) => unknown;

const TURNS_OF_EVENT_LOOP = 4;

/** A clock that jumps to the next timer when nothing else is to be done, so that no test waits. */
class VirtualClock {
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  #now = 0;
  #count = 0;

  readonly setTimeout = Object.assign((run: () => void, delay = 1): number => this.#add(run, delay), {
    [promisify.custom]: (delay: number, value?: unknown) =>
      new Promise((resolve) => {
        this.#add(() => {
          resolve(value);
        }, delay);
      }),
  });

  readonly clearTimeout = (timer: number): void => {
    this.#timers.delete(timer);
  };

  /** Lets everything happen that is still to come. */
  async drain(): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < TURNS_OF_EVENT_LOOP; turn += 1) await new Promise(setImmediate);
      const [next] = [...this.#timers].sort(([a, one], [b, other]) => one.at - other.at || a - b);
      if (!next) return;
      const [id, { at, run }] = next;
      this.#timers.delete(id);
      this.#now = at;
      run();
    }
  }

  #add(run: () => void, delay: number): number {
    this.#count += 1;
    this.#timers.set(this.#count, { at: this.#now + delay, run });
    return this.#count;
  }
}

/** What the generated programs import. */
function standIns({ setTimeout }: VirtualClock, log: (line: string) => void): Record<string, unknown> {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
  const answer = (name: string, callback: (error: Error | null, result?: string) => void): void => {
    setTimeout(() => {
      if (name === 'missing') callback(new Error('ENOENT'));
      else callback(null, `text of ${name}`);
    }, 3);
  };
  const fs = {
    readFile: (name: string, _: string, callback: Parameters<typeof answer>[1]) => {
      answer(name, callback);
    },
    stat: answer,
  };
  return {
    fs,
    'fs/promises': { readFile: promisify(fs.readFile), stat: promisify(fs.stat) },
    util: { promisify },
    'timers/promises': { setTimeout: setTimeout[promisify.custom] },
    './work': {
      log,
      save: async (name: string): Promise<string> => {
        log(`${name} begins`);
        await pause();
        log(`${name} ends`);
        return name;
      },
      refuse: async (name: string): Promise<void> => {
        await pause();
        log(`${name} fails`);
        throw new Error(name);
      },
    },
    'mysql2/promise': {
      createConnection: async () => {
        await pause();
        return {
          query: async (text: string) => {
            await pause();
            log(`${text} is asked`);
            return [`rows of ${text}`];
          },
          end: pause,
        };
      },
    },
  };
}

function load(code: string, clock: VirtualClock, log: (line: string) => void): Handler {
  const modules = standIns(clock, log);
  const requireOne = (name: string): unknown => modules[name.replace(/^node:/, '')];
  const module = { exports: {} as { handler?: Handler } };
  const run = compileFunction(code, ['require', 'exports', 'module', 'setTimeout', 'clearTimeout']) as (
    ...globals: unknown[]
  ) => void;
  run(requireOne, module.exports, module, clock.setTimeout, clock.clearTimeout);
  const { handler } = module.exports;
  if (!handler) throw new Error('exports no handler');
  return handler;
}

/**
 * Invokes the handler of a CommonJS program as Lambda does: an async handler's answer is sent when its promise settles,
 * that of a callback handler when nothing is left to be done.
 */
export async function invokeVirtually(code: string, event: unknown): Promise<Trace> {
  const clock = new VirtualClock();
  const lines: string[] = [];
  const handler = load(code, clock, (line) => lines.push(line));
  let answer = 'none';
  let linesAtAnswer: number | undefined;
  const settle = (text: string): void => {
    if (linesAtAnswer !== undefined) return;
    answer = text;
    linesAtAnswer = lines.length;
  };
  const fail = (error: unknown): void => {
    settle(`error ${error instanceof Error ? error.message : String(error)}`);
  };
  const hasCallback = handler.length > 2;
  try {
    const result = handler(event, {}, (error: unknown, value: unknown) => {
      if (error === null || error === undefined) settle(`answer ${String(value)}`);
      else fail(error);
    });
    if (!hasCallback)
      Promise.resolve(result).then((value) => {
        settle(`answer ${String(value)}`);
      }, fail);
  } catch (error) {
    fail(error);
  }
  await clock.drain();
  const end = hasCallback ? lines.length : (linesAtAnswer ?? lines.length);
  return { answer, before: lines.slice(0, end), behind: lines.slice(end) };
}
