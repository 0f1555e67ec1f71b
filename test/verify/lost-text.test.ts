import { expect, it } from 'vitest';
import { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { findLostText } from '../../src/verify/lost-text.js';

function lost(before: string, after: string): string[] {
  const [first, second] = [before, after].map((text) => SyntaxFile.parse('/a.ts', text));
  if (!(first instanceof SyntaxFile) || !(second instanceof SyntaxFile)) throw new Error('does not parse');
  return findLostText(first, second).map(({ kind, text }) => `${kind}: ${text}`);
}

it.each([
  { what: 'nothing', before: `f('a'); // b`, after: `// b\nawait f("a");`, is: [] },
  { what: 'a comment', before: `f(/* why */ 1);`, after: `f(1);`, is: ['comment: why'] },
  { what: 'a string', before: `f('a', 'b');`, after: `f('b');`, is: ['string: a'] },
  { what: 'one of two equal strings', before: `f('a', 'a');`, after: `f('a');`, is: ['string: a'] },
  { what: 'the end of a string', before: `f('ab');`, after: `f('a');`, is: ['string: ab'] },
  {
    what: 'the indentation inside a template',
    before: 'f(`\n  a\n`);',
    after: 'f(`\n    a\n`);',
    is: ['string: \n  a\n'],
  },
  {
    what: 'nothing when a block comment moves',
    before: `/*\n * a\n */\nf();`,
    after: `{\n  /*\n   * a\n   */\n  f();\n}`,
    is: [],
  },
  { what: 'a directive', before: `'use strict';\nf();`, after: `f();`, is: ['string: use strict'] },
  { what: 'a regular expression', before: `f(/a+/);`, after: `f(/a/);`, is: ['string: a+'] },
])('finds lost: $what', ({ before, after, is }) => {
  expect(lost(before, after)).toEqual(is);
});
