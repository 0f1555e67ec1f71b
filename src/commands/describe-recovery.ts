import type { Recovery } from '../apply/recover-journals.js';

/** Were files changed that may have been read already? */
export function hasRepaired({ finished, takenBack }: Recovery): boolean {
  return finished.length + takenBack.length > 0;
}

/** What was repaired of a run that was killed, line by line. */
export function describeRecovery({ finished, takenBack, failed }: Recovery): readonly string[] {
  return [
    ...finished.map((file) => `an interrupted run was finished: ${file} is rewritten`),
    ...takenBack.map((file) => `an interrupted run was taken back: ${file} is as it was`),
    ...failed.map(({ file, detail }) => `an interrupted run could not be repaired: ${file} ${detail}`),
  ];
}
