import * as t from '@babel/types';
import { startOf, SyntaxFile } from '../../src/syntax/syntax-file.js';

export interface StrippedFile {
  readonly original: string;
  readonly stripped: string;
  /** Lines, counted from 0, that lost an `await`, in order; a line may lose several. */
  readonly lines: readonly number[];
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Removes the `await` of a random share of the statements that are an awaited call. */
export function stripAwaits(
  path: string,
  text: string,
  share: number,
  random: () => number,
): StrippedFile | undefined {
  const file = SyntaxFile.parse(path, text);
  if (!(file instanceof SyntaxFile)) return undefined;
  const removed = file.nodes('ExpressionStatement').flatMap(({ expression }) => {
    const range = strippableAwait(text, expression);
    return range && random() < share ? [range] : [];
  });
  if (removed.length === 0) return undefined;
  const stripped = removed.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
  const lines = removed.map(({ start }) => text.slice(0, start).split('\n').length - 1);
  return { original: text, stripped, lines };
}

/** Without its `await`, a statement must not become the continuation of the line before it. */
function strippableAwait(text: string, expression: t.Expression): { start: number; end: number } | undefined {
  if (!t.isAwaitExpression(expression)) return undefined;
  const { argument } = expression;
  if (!t.isCallExpression(argument) && !t.isOptionalCallExpression(argument)) return undefined;
  const range = { start: startOf(expression), end: startOf(argument) };
  const isPlain = text.slice(range.start, range.end) === 'await ';
  return isPlain && !/^[([`+\-/]/.test(text.slice(range.end)) ? range : undefined;
}
