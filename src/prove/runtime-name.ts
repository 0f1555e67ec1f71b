/** The managed Node.js runtimes of AWS Lambda that can be emulated. */
export const runtimeNames = ['nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;

export type RuntimeName = (typeof runtimeNames)[number];

/**
 * Whether handlers of this runtime get a callback, and context methods to finish with. AWS removed both,
 * together with the wait for the empty event loop, starting with Node.js 24.
 */
export function hasCallbacks(runtime: RuntimeName): boolean {
  return majorOf(runtime) < 24;
}

/** The runtime that goes with a Node.js version such as `22.11.0`: the newest one that isn't newer. */
export function runtimeOfNode(version: string): RuntimeName {
  const major = Number.parseInt(version, 10);
  const fitting = runtimeNames.filter((name) => majorOf(name) <= major);
  return fitting.at(-1) ?? 'nodejs18.x';
}

function majorOf(runtime: RuntimeName): number {
  return Number(/\d+/.exec(runtime)?.[0]);
}
