import type { Finding, FindingKind } from './findings/finding.js';
import { compareOutcomes, type OutcomeDifference } from './outcome.js';
import type { ProveResult } from './prove.js';

export interface Comparison {
  /** The same answers, and no kind of leak that wasn't there before. */
  isEquivalent: boolean;
  differences: OutcomeDifference[];
  /** Leaks of a kind that the version before doesn't have. */
  newFindings: Finding[];
  newKinds: FindingKind[];
}

/** Compares two versions of a handler that were run with the same events. */
export function compareResults(before: ProveResult, after: ProveResult): Comparison {
  const differences = compareOutcomes(before.outcomes, after.outcomes);
  const known = new Set(leaks(before).map(({ kind }) => kind));
  const newFindings = leaks(after).filter(({ kind }) => !known.has(kind));
  const newKinds = [...new Set(newFindings.map(({ kind }) => kind))];
  return {
    isEquivalent: differences.length === 0 && newFindings.length === 0,
    differences,
    newFindings,
    newKinds,
  };
}

function leaks({ findings }: ProveResult): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
