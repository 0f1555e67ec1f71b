import { describe, expect, it } from 'vitest';
import { compileGlob, expandBraces, findGlobBase, PatternError } from '../../src/project/glob-pattern.js';

describe('compileGlob', () => {
  it.each([
    ['**/*.js', ['a.js', 'x/a.js', 'x/y/.a.js'], ['a.ts', 'a.js/b']],
    ['src/*.{js,ts}', ['src/a.js', 'src/a.ts'], ['src/a.jsx', 'src/x/a.js', 'a.js']],
    ['src/**', ['src/a', 'src/x/a'], ['src', 'a/src/b']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
    ['{a,b{c,d}}.js', ['a.js', 'bc.js', 'bd.js'], ['b.js', 'c.js']],
    ['[[]id].js', ['[id].js'], ['i.js']],
    ['\\*.js', ['*.js'], ['a.js']],
    ['{a}.js', ['{a}.js'], ['a.js']],
    ['?.js', ['é.js', '😀.js'], ['ab.js', '.js']],
  ])('%s', (glob, matching, others) => {
    const matches = compileGlob(glob);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it.each([
    '[a',
    'a\\',
    '[[:nonsense:]]',
    'a'.repeat(2000),
    '{a,b}'.repeat(9),
    '{'.repeat(500) + 'a,b' + '}'.repeat(500),
  ])('refuses or survives %.20s', (glob) => {
    const start = performance.now();
    try {
      compileGlob(glob);
    } catch (error) {
      expect(error).toBeInstanceOf(PatternError);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('expandBraces keeps the order', () => {
  expect(expandBraces('{a,b}{1,2}')).toEqual(['a1', 'a2', 'b1', 'b2']);
});

it.each([
  ['src/lib/*.js', 'src/lib'],
  ['*.js', ''],
  ['src/{a,b}/c.js', 'src'],
  ['../x/**', '../x'],
  ['a/\\[b]/*.js', 'a'],
])('findGlobBase(%s)', (glob, base) => {
  expect(findGlobBase(glob)).toBe(base);
});
