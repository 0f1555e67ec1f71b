import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyEdits,
  findOverlap,
  OverlapError,
  type TextEdit,
  toOffsetBefore,
} from '../../src/edit/text-edit.js';

const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

/** The definition: edits made from the back, so that earlier offsets stay true. */
function applyOneByOne(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce(
      (result, { start, end, text: with_ }) => result.slice(0, start) + with_ + result.slice(end),
      text,
    );
}

/** Disjoint edits with distinct starts. */
const disjointEdits = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.string({ maxLength: 5 }))),
  )
  .map(([text, wanted]) => {
    const edits: TextEdit[] = [];
    let from = 0;
    for (const [start, length, replacement] of wanted.sort((a, b) => a[0] - b[0])) {
      if (start < from || start > text.length) continue;
      const end = Math.min(start + length, text.length);
      edits.push(edit(start, end, replacement));
      from = end + 1;
    }
    return { text, edits };
  });

test('replaces, inserts and removes', () => {
  expect(applyEdits('abcdef', [edit(1, 2, 'XX'), edit(3, 3, '-'), edit(4, 6, '')])).toBe('aXXc-d');
});

test('several insertions at one offset keep the order in which they were given', () => {
  expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
});

test('an insertion stands before a replacement that starts there', () => {
  expect(applyEdits('abc', [edit(1, 2, 'X'), edit(1, 1, '<')])).toBe('a<Xc');
});

test('an insertion inside a removed range is an overlap, never dropped', () => {
  expect(findOverlap([edit(0, 5, ''), edit(2, 2, 'x')])).toBeDefined();
  expect(() => applyEdits('abcdef', [edit(0, 5, ''), edit(2, 2, 'x')])).toThrow(OverlapError);
});

test('a long edit overlaps a later one even with a short one between them', () => {
  expect(findOverlap([edit(0, 10, ''), edit(2, 2, ''), edit(8, 12, '')])).toBeDefined();
});

test('gives the same text as making the edits one by one from the back', () => {
  fc.assert(
    fc.property(disjointEdits, ({ text, edits }) => {
      expect(applyEdits(text, edits)).toBe(applyOneByOne(text, edits));
    }),
  );
});

test('every character outside the edits maps back to where it was', () => {
  fc.assert(
    fc.property(disjointEdits, ({ text, edits }) => {
      const after = applyEdits(text, edits);
      const kept = [...Array(text.length).keys()].filter((at) =>
        edits.every(({ start, end }) => at < start || at >= end),
      );
      const mapped = [...Array(after.length).keys()].map((at) => toOffsetBefore(edits, at));
      for (const at of kept) expect(mapped).toContain(at);
      for (const [at, before] of mapped.entries())
        if (kept.includes(before) && mapped.filter((other) => other === before).length === 1)
          expect(after[at]).toBe(text[before]);
    }),
  );
});
