const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A request to stop that came from outside. */
export interface Interruption {
  /** Aborted at the first signal. */
  readonly signal: AbortSignal;
  /** Gives the signals back to the system. */
  release: () => void;
}

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an aborted signal, so that what has been begun can be finished. The
 * second one kills as usual; the next start repairs what it leaves.
 */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  function release(): void {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
  function interrupt(): void {
    release();
    controller.abort();
  }
  for (const name of SIGNALS) process.on(name, interrupt);
  return { signal: controller.signal, release };
}
