import { realpathSync } from 'node:fs';
import path from 'node:path';

import { Container, type ContainerOptions } from './host/container.js';
import { lambdaEnvironment } from './host/lambda-environment.js';
import type { IdleRecord, InvocationRecord } from './host/invocation-record.js';
import { WarmContainer, type Pause } from './host/warm-container.js';
import type { Outcome } from './outcome.js';
import { prepareJob, type HandlerPlace } from './prepare-job.js';

export interface InvokeOptions extends HandlerPlace {
  /** Given to the invocations in turn, again from the first when there are more invocations than events. */
  events: readonly unknown[];
  /** How often to invoke; by default once for each event. */
  invocations?: number;
  /** Time limit of one invocation, 3 seconds by default as on Lambda. */
  timeoutMs?: number;
  /** Environment variables of the function. */
  env?: Readonly<Record<string, string>>;
  /** Working folder, and what `LAMBDA_TASK_ROOT` says; by default the handler's own folder. */
  root?: string;
  /** What happens after the invocation of this number; by default nothing. 0 is the start of the process. */
  pauseAfter?: (invocation: number) => Pause;
  /** A process that `startAhead` started for the same options; who started it ends it. */
  spare?: Container | undefined;
  /** Asked after each invocation whether what was seen is enough. */
  isEnough?: (soFar: InvokeResult) => boolean;
  /** Most open file descriptors. */
  fdLimit?: number;
  /** The Node.js binary to run it with; by default the one at hand. */
  node?: string;
}

export interface InvokeResult {
  /** What callers got, one for each invocation. */
  outcomes: Outcome[];
  invocations: InvocationRecord[];
  idle: IdleRecord[];
}

const LAMBDA_DEFAULT_TIMEOUT_MS = 3_000;

/**
 * Runs a handler in an emulated warm container, one invocation right after the other, and tells what its
 * callers get. This is user code: it does whatever the handler does.
 * @throws when the file can't be read or compiled; what goes wrong inside the container is an outcome
 */
export async function invokeHandler(options: InvokeOptions): Promise<InvokeResult> {
  const { job, dispose } = await prepareJob(options);
  const container = new WarmContainer({
    ...containerOptions(options),
    job,
    timeoutMs: options.timeoutMs ?? LAMBDA_DEFAULT_TIMEOUT_MS,
    pauseAfter: options.pauseAfter ?? (() => ({ kind: 'none' })),
    spare: options.spare,
  });
  try {
    const invocations: InvocationRecord[] = [];
    const soFar = (): InvokeResult => ({
      outcomes: invocations.map(({ outcome }) => outcome),
      invocations,
      idle: container.idle,
    });
    for (let index = 0; index < (options.invocations ?? options.events.length); index++) {
      const previous = invocations.at(-1);
      const eventIndex = index % options.events.length;
      // What failed to start once would fail again, as slowly.
      if (previous?.hasStarted === false) invocations.push({ ...previous, index: index + 1, eventIndex });
      else invocations.push(await container.invoke(options.events[eventIndex], eventIndex));
      if (options.isEnough?.(soFar()) === true) break;
    }
    return soFar();
  } finally {
    await container.stop();
    await dispose();
  }
}

/**
 * Starts the process of a run that may follow, while another goes on. No user code runs in it.
 * @throws when the file can't be read
 */
export function startAhead(options: InvokeOptions): Container {
  return new Container(containerOptions(options));
}

function containerOptions(options: InvokeOptions): ContainerOptions {
  const file = realpathSync(options.file);
  const cwd = options.root ?? path.dirname(file);
  const { runtime, exportName, env = {}, node = process.execPath, fdLimit } = options;
  return {
    node,
    cwd,
    env: lambdaEnvironment({ runtime, file, exportName, taskRoot: cwd, env }),
    ...(fdLimit === undefined ? {} : { fdLimit }),
  };
}

/**
 * Runs many handlers, each in a container of its own, as many at a time as there are processors.
 * @returns the results in the order of the runs
 */
export async function invokeHandlers(
  runs: readonly InvokeOptions[],
  concurrency = 2,
): Promise<InvokeResult[]> {
  const results: InvokeResult[] = [];
  const waiting = runs.entries();
  const work = async (): Promise<void> => {
    for (const [index, run] of waiting) results[index] = await invokeHandler(run);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return results;
}
