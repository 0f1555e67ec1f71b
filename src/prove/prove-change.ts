import path from 'node:path';

import { compareResults } from './compare.js';
import type { Finding } from './findings/finding.js';
import type { OutcomeDifference } from './outcome.js';
import { prove, type ProveOptions } from './prove.js';
import { runtimeOfNode, type RuntimeName } from './runtime-name.js';

export interface ChangeToProve {
  /** The project as it is on disk. */
  before: { root: string };
  /** The texts that a rewrite changes, by path: absolute, or relative to the root. */
  after: { overlay: Readonly<Record<string, string>> };
  handler: { file: string; exportName: string };
  /** Nothing can be said about a handler without events that it understands. */
  events: readonly unknown[];
  /** Runtime of both versions; by default the one that goes with the Node.js at hand. */
  runtime?: RuntimeName;
  /** Anything else about how to run it. */
  options?: Pick<
    ProveOptions,
    'timeoutMs' | 'env' | 'allowNetwork' | 'invocations' | 'pauseMs' | 'modules' | 'node'
  >;
}

export interface ProvenChange {
  /** The same answer to each event, and no kind of leak that wasn't there before. */
  equivalent: boolean;
  differences: OutcomeDifference[];
  newFindings: Finding[];
  /** Leaks that are there no more. */
  fixedFindings: Finding[];
}

/**
 * Runs a handler as it is and as a rewrite would leave it, with the same events, and compares. This is user
 * code with its side effects, so it must be asked for.
 * @throws when the handler can't be read or compiled
 */
export async function proveChange(change: ChangeToProve): Promise<ProvenChange> {
  const { root } = change.before;
  const options: ProveOptions = {
    ...change.options,
    file: path.resolve(root, change.handler.file),
    exportName: change.handler.exportName,
    runtime: change.runtime ?? runtimeOfNode(process.versions.node),
    root,
    events: change.events,
  };
  const overlay = Object.fromEntries(
    Object.entries(change.after.overlay).map(([file, text]) => [path.resolve(root, file), text]),
  );
  const before = await prove(options);
  const after = await prove({ ...options, overlay });
  const { isEquivalent, differences, newFindings } = compareResults(before, after);
  const remaining = new Set(after.findings.map(({ kind }) => kind));
  const fixedFindings = before.findings.filter(
    ({ kind, severity }) => severity === 'error' && !remaining.has(kind),
  );
  return { equivalent: isEquivalent, differences, newFindings, fixedFindings };
}
