import { expect, test } from 'vitest';
import { changeSetOf, type ChangeSet } from '../../src/edit/change-set.js';
import { Overlay } from '../../src/edit/overlay.js';

const replace = (file: string, start: number, end: number, text: string): ChangeSet =>
  changeSetOf(file, [{ start, end, text }]);

test('makes a change set whole or defers it whole', () => {
  const overlay = new Overlay(
    new Map([
      ['a', 'one two'],
      ['b', 'three'],
    ]),
  );
  const first = replace('a', 0, 3, 'ONE');
  const both: ChangeSet = {
    edits: new Map([
      ['a', [{ start: 2, end: 5, text: '!' }]],
      ['b', [{ start: 0, end: 5, text: 'THREE' }]],
    ]),
  };
  const result = overlay.apply([first, both]);
  expect([...result.applied.keys()]).toEqual([first]);
  expect(result.deferred).toEqual([both]);
  expect(overlay.read('a')).toBe('ONE two');
  expect(overlay.read('b')).toBe('three');
});

test('the same insertion wanted by two change sets is made once', () => {
  const overlay = new Overlay(new Map([['a', 'function f() {}']]));
  const result = overlay.apply([replace('a', 0, 0, 'async '), replace('a', 0, 0, 'async ')]);
  expect(result.deferred).toHaveLength(1);
  expect(overlay.read('a')).toBe('async function f() {}');
});

test('a top-level line that several change sets ask for is made once', () => {
  const overlay = new Overlay(new Map([['a', 'f();\ng();\n']]));
  const request = {
    key: 'promisify:fs.readFile',
    at: 0,
    text: 'const readFileAsync = promisify(readFile);\n',
  };
  const result = overlay.apply([
    changeSetOf('a', [{ start: 0, end: 3, text: 'F()' }], [request]),
    changeSetOf('a', [{ start: 5, end: 8, text: 'G()' }], [request]),
  ]);
  expect(result.deferred).toEqual([]);
  expect(overlay.read('a')).toBe('const readFileAsync = promisify(readFile);\nF();\nG();\n');
});

test('offsets lead back through all versions', () => {
  const overlay = new Overlay(new Map([['a', 'abc']]));
  overlay.apply([replace('a', 0, 0, '--')]);
  overlay.apply([replace('a', 0, 0, '++')]);
  expect(overlay.read('a')).toBe('++--abc');
  expect(overlay.toOriginalOffset('a', 5)).toBe(1);
});

test('a file that ends as it began is not changed', () => {
  const overlay = new Overlay(new Map([['a', 'abc']]));
  overlay.apply([replace('a', 0, 1, 'x')]);
  overlay.apply([replace('a', 0, 1, 'a')]);
  expect(overlay.changedFiles()).toEqual([]);
});

test('a file that is not part of the run is an error', () => {
  expect(() => new Overlay(new Map()).read('a')).toThrow(RangeError);
});
