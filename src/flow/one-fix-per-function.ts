import type * as t from '@babel/types';
import type { ChangeSet } from '../edit/change-set.js';
import type { Finding } from '../transform.js';

/** A finding with the function whose statements its fix would move. */
export interface FindingInFunction {
  readonly fn: t.Function;
  readonly finding: Finding;
}

/**
 * A fix that moves statements into a `try` stands alone in its function: what else is there to fix in it is found
 * again in the result, where it has its place and indentation. Findings that share the fix stay together.
 */
export function oneFixPerFunction(found: readonly FindingInFunction[]): readonly Finding[] {
  const first = new Map<t.Function, ChangeSet>();
  for (const { fn, finding } of found)
    if (finding.outcome.kind === 'safe' && !first.has(fn)) first.set(fn, finding.outcome.changeSet);
  return found
    .filter(({ fn, finding }) => {
      const fix = first.get(fn);
      return !fix || (finding.outcome.kind !== 'refusal' && finding.outcome.changeSet === fix);
    })
    .map(({ finding }) => finding);
}
