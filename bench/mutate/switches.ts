import type { Mutant } from './find-mutants.js';

/** Mutants that no earlier one of the list overlaps: they can stand in one text. */
export function withoutOverlaps(mutants: readonly Mutant[]): readonly Mutant[] {
  const ends = new Map<string, number>();
  return mutants.filter(({ file, start, end }) => {
    if (start < (ends.get(file) ?? 0)) return false;
    ends.set(file, end);
    return true;
  });
}

/**
 * A text with its mutants in it, each off until `isMutated(its number)` says otherwise.
 *
 * @param mutants by number, in source order, none overlapping another.
 */
export function withSwitches(text: string, mutants: ReadonlyMap<number, Mutant>): string {
  return [...mutants]
    .reverse()
    .reduce(
      (result, [number, { start, end, before, after }]) =>
        `${result.slice(0, start)}(isMutated(${String(number)}) ? (${after}) : (${before}))${result.slice(end)}`,
      text,
    );
}
