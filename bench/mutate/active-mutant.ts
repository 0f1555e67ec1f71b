/** Evaluations of the active mutant after which the run counts as endless. */
const ENDLESS = 1_000_000;

interface ActiveMutant {
  number: number;
  evaluations: number;
  /** Mutants whose place was come by since the set was last cleared. */
  readonly reached: Set<number>;
}

declare global {
  var activeMutant: ActiveMutant | undefined;
  var isMutated: ((number: number) => boolean) | undefined;
}

/** One for the process: this module is loaded by the set-up file and again by the check. */
export const active: ActiveMutant = (globalThis.activeMutant ??= {
  number: Number(process.env.LEAKFIX_MUTANT ?? -1),
  evaluations: 0,
  reached: new Set(),
});

/** What the switches in the texts ask. */
globalThis.isMutated = (number) => {
  active.reached.add(number);
  if (number !== active.number) return false;
  active.evaluations += 1;
  if (active.evaluations > ENDLESS) throw new Error('endless');
  return true;
};

/** @param number -1: none */
export function activate(number: number): void {
  active.number = number;
  active.evaluations = 0;
  active.reached.clear();
}
