import { findLeaks } from './findings/find-leaks.js';
import type { Finding } from './findings/finding.js';
import { isSuspect } from './findings/is-suspect.js';
import type { InvocationRecord } from './host/invocation-record.js';
import type { Pause } from './host/warm-container.js';
import { invokeHandler, startAhead, type InvokeOptions, type InvokeResult } from './invoke-handler.js';
import type { Outcome } from './outcome.js';

export interface ProveOptions extends Omit<InvokeOptions, 'pauseAfter' | 'watch' | 'isEnough' | 'spare'> {
  /**
   * How leaks are looked for: `window` lets the process run on after each answer, `freeze` stops it, as Lambda
   * does, so that what leaks lands in the next invocation.
   */
  mode?: 'window' | 'freeze';
  /** Length of the pause after each invocation in milliseconds; 250 for a window, 100 for a freeze. */
  pauseMs?: number;
}

export interface ProveResult {
  outcomes: Outcome[];
  invocations: InvocationRecord[];
  findings: Finding[];
  /** Whether a second run with stacks was needed. */
  hasStacks: boolean;
}

/**
 * Enough for growth to show after the first invocations, which may open what is kept. Each event is given twice at
 * least, so that what comes only once can be told from what leaks.
 */
const DEFAULT_INVOCATIONS = 6;

/** Above this, only the first invocations are watched, and the others show what it comes to. */
const MOST_WATCHED = 50;

/** Work that can't be followed, such as that of a pool of the module, shows within so many milliseconds or not at all. */
const QUIET_MS = 20;

/** What leaks shows in the first invocations; in those after them, what can't be followed is waited for less long. */
const QUIET_MS_LATER = 5;

/**
 * Runs a handler as a warm container would, several invocations in a row, and tells what outlives the
 * invocation that started it. Stacks are costly, so they are taken in a second run, which begins as soon as the first
 * finds something. "Nothing found" holds for these events only.
 * @throws when the file can't be read or compiled
 */
export async function prove(options: ProveOptions): Promise<ProveResult> {
  const enough = Math.max(DEFAULT_INVOCATIONS, 2 * options.events.length);
  const wanted = options.invocations ?? enough;
  const watched: InvokeOptions = {
    ...options,
    invocations: wanted > MOST_WATCHED ? enough : wanted,
    pauseAfter: pauseOf(options, enough),
  };
  const ahead = startAhead(watched);
  const spare = startAhead(watched);
  try {
    const first = await invokeHandler({ ...watched, watch: 'work', isEnough: isSuspect, spare: ahead });
    const hasStacks = isSuspect(first);
    const run = hasStacks ? await invokeHandler({ ...watched, watch: 'work-and-stacks', spare }) : first;
    const findings = hasStacks ? findLeaks(run, options.fdLimit) : [];
    const whole = wanted > MOST_WATCHED ? await runToTheEnd(options, run, wanted) : run;
    return { outcomes: whole.outcomes, invocations: whole.invocations, findings, hasStacks };
  } finally {
    ahead.killNow();
    spare.killNow();
  }
}

/** How long a window stays open at most is a guess, unless it was asked for. */
function pauseOf({ mode = 'window', pauseMs }: ProveOptions, enough: number): (invocation: number) => Pause {
  if (mode === 'freeze') return () => ({ kind: 'freeze', ms: pauseMs ?? 100 });
  if (pauseMs !== undefined) return () => ({ kind: 'window', ms: pauseMs });
  return (invocation) => ({
    kind: 'window',
    ms: 250,
    quietMs: invocation > enough ? QUIET_MS_LATER : QUIET_MS,
  });
}

/** Runs the rest unwatched, one invocation right after the other, to see at which one the container fails. */
async function runToTheEnd(
  options: ProveOptions,
  watched: InvokeResult,
  invocations: number,
): Promise<InvokeResult> {
  const whole = await invokeHandler({ ...options, invocations });
  const records = whole.invocations.map((record) => ({
    ...record,
    observation: watched.invocations[record.index - 1]?.observation,
  }));
  return { ...whole, invocations: records };
}
