import type { ProveReport } from './report.js';
import { counted } from './wording.js';

/** What the run came to, in one line. Events that weren't given prove nothing. */
export function verdict({ invocations, findings, differences, newKinds }: ProveReport): string {
  const leaks = findings.filter(({ severity }) => severity === 'error').length;
  const parts = [leaks === 0 ? 'no leak seen for these events' : counted(leaks, 'leak')];
  const failed = invocations.filter(({ outcome }) => outcome.kind !== 'response').length;
  if (failed > 0) parts.push(`${failed} of ${counted(invocations.length, 'invocation')} failed`);
  if (differences !== undefined) {
    parts.push(
      differences.length === 0
        ? 'same answers as before'
        : `${counted(differences.length, 'answer')} not as before`,
    );
    parts.push(newKinds.length === 0 ? 'no new kind of leak' : `new: ${newKinds.join(', ')}`);
  }
  return parts.join(', ');
}
