/** What the caller of the function gets for one invocation. */
export type Outcome =
  | { kind: 'response'; body: string }
  | { kind: 'error'; errorType: string; errorMessage: string; partialBody?: string }
  | { kind: 'timeout' }
  | { kind: 'exit'; code: number | null; signal?: string };

/** One invocation for which two versions of a handler did not do the same. */
export interface OutcomeDifference {
  invocation: number;
  before: Outcome | undefined;
  after: Outcome | undefined;
}

/**
 * Compares what callers get from two versions of a handler, invocation by invocation: the response body, or
 * the error's type and message. The trace is never compared, since it names lines and frames of the runtime.
 * The exit code of a crash isn't either, since runtimes differ in it for the same crash.
 */
export function compareOutcomes(before: readonly Outcome[], after: readonly Outcome[]): OutcomeDifference[] {
  const differences: OutcomeDifference[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [left, right] = [before[index], after[index]];
    if (left === undefined || right === undefined || !isSameOutcome(left, right)) {
      differences.push({ invocation: index + 1, before: left, after: right });
    }
  }
  return differences;
}

/** Whether a caller could not tell the two outcomes apart. */
export function isSameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.kind === 'response' && right.kind === 'response') return left.body === right.body;
  if (left.kind === 'error' && right.kind === 'error') {
    return (
      left.errorType === right.errorType &&
      left.errorMessage === right.errorMessage &&
      left.partialBody === right.partialBody
    );
  }
  return left.kind === right.kind;
}

/** One line for a report, such as `response {"ok":true}` or `error TypeError: x is not a function`. */
export function describeOutcome(outcome: Outcome | undefined): string {
  return inWords(outcome).replaceAll(/\s*\n\s*/g, ' ');
}

function inWords(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'not run';
  switch (outcome.kind) {
    case 'response':
      return `response ${outcome.body}`;
    case 'error':
      return `error ${outcome.errorType}: ${outcome.errorMessage}`;
    case 'timeout':
      return 'timeout';
    case 'exit':
      return outcome.signal === undefined
        ? `process exited with code ${String(outcome.code)}`
        : `process killed by ${outcome.signal}`;
  }
}
