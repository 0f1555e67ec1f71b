import { identityOf, type LocatedFinding } from '../pipeline.js';
import type { Reason } from '../transform.js';

/** Something that is wrong after the rewrite and was not before. */
export interface Breakage {
  readonly file: string;
  /** Offset in the text as it was read, undefined for the file as a whole. */
  readonly originalOffset?: number;
  readonly reason: Reason;
}

/** After this many attempts to find the culprits by their places, all fixes of the file go, then all. */
const ATTEMPTS_BY_PLACE = 3;

/**
 * The fixes to take back for what went wrong: at first the one that stands nearest before each place, then all that
 * touch the file, in the end all. Change sets go whole.
 *
 * @returns identities of findings (see identityOf), with the reason to report; never empty when something is fixed.
 */
export function findCulprits(
  findings: readonly LocatedFinding[],
  breakages: readonly Breakage[],
  attempt: number,
): ReadonlyMap<string, Reason> {
  const fixed = findings.filter(({ status }) => status === 'fixed');
  const culprits = new Map<string, Reason>();
  for (const breakage of breakages) {
    const suspects = suspectsOf(fixed, breakage, attempt);
    const changeSets = new Set(suspects.map(({ changeSet }) => changeSet));
    for (const finding of fixed)
      if (changeSets.has(finding.changeSet)) culprits.set(identityOf(finding), breakage.reason);
  }
  return culprits;
}

function suspectsOf(
  fixed: readonly LocatedFinding[],
  { file, originalOffset }: Breakage,
  attempt: number,
): readonly LocatedFinding[] {
  const inFile = fixed.filter(({ files }) => files.includes(file));
  if (inFile.length === 0 || attempt > ATTEMPTS_BY_PLACE + 1) return fixed;
  if (attempt > ATTEMPTS_BY_PLACE || originalOffset === undefined) return inFile;
  const before = inFile.filter((finding) => finding.file === file && finding.start <= originalOffset);
  const nearest = before.toSorted((a, b) => b.start - a.start)[0];
  return nearest ? [nearest] : inFile;
}
