import type { Paint } from './colour.js';
import { kindOfDiffLine } from './diff-line.js';

const COLOURS = {
  header: 'bold',
  place: 'cyan',
  added: 'green',
  removed: 'red',
  context: undefined,
} as const;

/** A unified diff as a terminal shows it. */
export function paintDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => {
      const colour = COLOURS[kindOfDiffLine(line)];
      return colour === undefined ? line : paint(colour, line);
    })
    .join('\n');
}
