import { diffArrays } from 'diff';
import type { StrippedFile } from './strip-awaits.js';

export interface Comparison {
  readonly stripped: number;
  readonly restored: number;
  /** Lines, counted from 0, that are still without their `await`. */
  readonly missedLines: readonly number[];
  /** Lines of the result that are neither the original's nor what was given to the tool. */
  readonly otherDifferences: readonly string[];
}

/** Compares a tool's result with the original, line by line. */
export function compare({ original, stripped, lines }: StrippedFile, result: string): Comparison {
  const originalLines = original.split('\n');
  const given = new Set(lines.map((line) => stripped.split('\n')[line]));
  const changedLines = new Set<number>();
  const otherDifferences: string[] = [];
  let position = 0;
  for (const { value, added, removed } of diffArrays(originalLines, result.split('\n'))) {
    if (added) otherDifferences.push(...value.filter((text) => !given.has(text)));
    else {
      if (removed)
        for (let offset = 0; offset < value.length; offset += 1) changedLines.add(position + offset);
      position += value.length;
    }
  }
  const touched = new Set(lines);
  for (const changed of changedLines)
    if (!touched.has(changed)) otherDifferences.push(originalLines[changed] ?? '');
  const missedLines = lines.filter((line) => changedLines.has(line));
  return {
    stripped: lines.length,
    restored: lines.length - missedLines.length,
    missedLines,
    otherDifferences,
  };
}
