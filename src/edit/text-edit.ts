import MagicString from 'magic-string';

/** Replace `[start, end)` by `text`. An insertion has `start === end`. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Two edits that can't both be made. */
export class OverlapError extends Error {
  constructor(
    readonly first: TextEdit,
    readonly second: TextEdit,
  ) {
    super(`edits overlap: [${first.start}, ${first.end}) and [${second.start}, ${second.end})`);
    this.name = 'OverlapError';
  }
}

function isInsertion(edit: TextEdit): boolean {
  return edit.start === edit.end;
}

/** By position; at one offset insertions stay in the order given and come before a replacement that starts there. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.start - b.edit.start ||
        Number(isInsertion(b.edit)) - Number(isInsertion(a.edit)) ||
        a.order - b.order,
    )
    .map(({ edit }) => edit);
}

/**
 * The first two edits that overlap, if any. Touching edits don't overlap, and several insertions at one offset are
 * fine; an insertion strictly inside a replaced range is an overlap (magic-string would drop it without a word).
 */
export function findOverlap(edits: readonly TextEdit[]): readonly [TextEdit, TextEdit] | undefined {
  let previous: TextEdit | undefined;
  for (const edit of sortEdits(edits)) {
    if (previous && edit.start < previous.end) return [previous, edit];
    if (!previous || edit.end >= previous.end) previous = edit;
  }
  return undefined;
}

/**
 * @returns the text with all edits made.
 * @throws OverlapError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const overlap = findOverlap(edits);
  if (overlap) throw new OverlapError(...overlap);
  const result = new MagicString(text);
  for (const { start, end, text: replacement } of sortEdits(edits)) {
    if (start === end) result.appendLeft(start, replacement);
    else if (replacement === '') result.remove(start, end);
    else result.update(start, end, replacement);
  }
  return result.toString();
}

/** Where an offset of the edited text was in the text before; an offset inside new text maps to where it was put. */
export function toOffsetBefore(edits: readonly TextEdit[], offsetAfter: number): number {
  let shift = 0;
  for (const { start, end, text } of sortEdits(edits)) {
    const startAfter = start + shift;
    if (offsetAfter < startAfter) break;
    if (offsetAfter < startAfter + text.length) return start;
    shift += text.length - (end - start);
  }
  return offsetAfter - shift;
}
