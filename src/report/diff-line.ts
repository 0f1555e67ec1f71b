export type DiffLine = 'header' | 'place' | 'added' | 'removed' | 'context';

/** What a line of a unified diff is. */
export function kindOfDiffLine(line: string): DiffLine {
  if (/^(?:diff |index |--- |\+\+\+ )/.test(line)) return 'header';
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'context';
}
