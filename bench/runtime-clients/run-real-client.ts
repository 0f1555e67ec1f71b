import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { lambdaEnvironment } from '../../src/prove/host/lambda-environment.js';
import type { Outcome, RuntimeName } from '../../src/prove/index.js';
import { RuntimeApi } from './runtime-api.js';
import type { RuntimeClientRelease } from './runtime-client.js';

export interface RealRun {
  release: RuntimeClientRelease;
  node: string;
  file: string;
  runtime: RuntimeName;
  events: readonly unknown[];
  timeoutMs: number;
  /** Whether something goes on after the first answer that has to end before the next event. */
  hasLateWork: boolean;
}

/** Enough on any machine. Only what never answers waits for a time-out, and that is its own. */
const PATIENCE_MS = 60_000;

type Happening =
  | { kind: 'next' }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'init-error'; outcome: Outcome }
  | { kind: 'exit'; code: number | null }
  | { kind: 'time' };

/** Runs a handler under a real runtime client, and tells what callers get. */
export async function runRealClient(run: RealRun): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < run.events.length) {
    const container = await RealContainer.start(run);
    await container.serve(outcomes);
    container.stop();
  }
  return outcomes;
}

class RealContainer {
  readonly #run: RealRun;
  readonly #api = new RuntimeApi();
  readonly #happenings: Happening[] = [];
  #wake: () => void = () => undefined;
  #process: ChildProcess | undefined;

  private constructor(run: RealRun) {
    this.#run = run;
  }

  static async start(run: RealRun): Promise<RealContainer> {
    const container = new RealContainer(run);
    await container.#start();
    return container;
  }

  /** Serves events until all are served or the process is gone. */
  async serve(outcomes: Outcome[]): Promise<void> {
    const { events, timeoutMs, hasLateWork } = this.#run;
    const started = await this.#nextOf(['next', 'init-error', 'exit'], PATIENCE_MS);
    if (started.kind !== 'next') {
      while (outcomes.length < events.length) outcomes.push(failedStart(started));
      return;
    }
    while (outcomes.length < events.length) {
      this.#api.deliver(events[outcomes.length], timeoutMs);
      const answer = await this.#nextOf(['outcome', 'exit'], timeoutMs);
      outcomes.push(toOutcome(answer));
      if (answer.kind !== 'outcome' || outcomes.length === events.length) return;
      const after = await this.#nextOf(['next', 'exit'], timeoutMs);
      if (after.kind !== 'next') return;
      if (hasLateWork) await this.#endOfLateWork();
    }
  }

  stop(): void {
    this.#signal('SIGKILL');
    this.#api.close();
  }

  async #start(): Promise<void> {
    const { release, node, file, runtime } = this.#run;
    const taskRoot = path.dirname(file);
    this.#api.onNext = () => {
      this.#note({ kind: 'next' });
    };
    this.#api.onOutcome = (outcome) => {
      this.#note({ kind: 'outcome', outcome });
    };
    this.#api.onInitError = (outcome) => {
      this.#note({ kind: 'init-error', outcome });
    };
    const env = {
      ...lambdaEnvironment({ file, exportName: 'handler', runtime, taskRoot, env: {} }),
      AWS_LAMBDA_RUNTIME_API: await this.#api.listen(),
    };
    const standIn = path.join(import.meta.dirname, 'native-stand-in.cjs');
    this.#process = spawn(node, ['--require', standIn, release.main, 'handler.handler'], {
      cwd: taskRoot,
      env,
      stdio: 'ignore',
      detached: true,
    });
    this.#process.once('exit', (code) => {
      this.#note({ kind: 'exit', code });
    });
  }

  /** Late work ends with the process, or with a file that it makes. What it is due for is up to it. */
  async #endOfLateWork(): Promise<void> {
    const sign = path.join(path.dirname(this.#run.file), 'late');
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#process?.exitCode === null && !existsSync(sign) && Date.now() < deadline) await delay(5);
    rmSync(sign, { force: true });
  }

  #note(happening: Happening): void {
    this.#happenings.push(happening);
    this.#wake();
  }

  async #nextOf(kinds: readonly Happening['kind'][], ms: number): Promise<Happening> {
    const deadline = Date.now() + ms;
    for (;;) {
      const found = this.#happenings.findIndex(({ kind }) => kinds.includes(kind));
      const happening = this.#happenings.splice(0, found + 1).at(-1);
      if (happening !== undefined) return happening;
      if (Date.now() >= deadline) return { kind: 'time' };
      await Promise.race([
        delay(deadline - Date.now()),
        new Promise<void>((resolve) => (this.#wake = resolve)),
      ]);
    }
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#process?.pid;
    if (pid === undefined || this.#process?.exitCode !== null) return;
    process.kill(-pid, signal);
  }
}

function failedStart(happening: Happening): Outcome {
  return happening.kind === 'init-error' ? happening.outcome : toOutcome(happening);
}

function toOutcome(happening: Happening): Outcome {
  if (happening.kind === 'outcome') return happening.outcome;
  return happening.kind === 'exit' ? { kind: 'exit', code: happening.code } : { kind: 'timeout' };
}
