import type { Overlay } from './overlay.js';
import type { TextEdit } from './text-edit.js';

/**
 * Blank lines between two lines that had fewer between them when the file was read: they set something apart that one
 * change set put there and another took away.
 *
 * @returns edits of the file's current text
 */
export function withoutStrayBlankLines(overlay: Overlay, file: string): readonly TextEdit[] {
  const text = overlay.read(file);
  const asRead = (start: number, end: number): string =>
    overlay.original
      .get(file)
      ?.slice(overlay.toOriginalOffset(file, start), overlay.toOriginalOffset(file, end)) ?? '';
  return [...text.matchAll(/(?<=\n)(?:[ \t]*\r?\n)+/g)].flatMap(({ 0: lines, index: start }) => {
    const end = start + lines.length;
    const endBelow = text.indexOf('\n', end);
    const isNewBelow = endBelow !== -1 && asRead(endBelow, endBelow + 1) === '';
    if (isNewBelow || asRead(start - 1, start) === '') return [];
    const before = asRead(start, end);
    return before.trim() === '' && before.length < lines.length ? [{ start, end, text: before }] : [];
  });
}
