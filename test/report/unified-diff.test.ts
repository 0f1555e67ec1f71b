import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileDiff, formatUnifiedDiff, quotePath } from '../../src/report/unified-diff.js';

let repository = '';

function git(folder: string, args: string[], input?: string): string {
  return execFileSync('git', args, { cwd: folder, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'leakfix-diff-'));
  git(repository, ['init', '-q']);
});

afterAll(() => {
  rmSync(repository, { recursive: true });
});

/** Writes the old texts, applies one patch for all of them, and reads what git made of them. */
function applyWithGit(folder: string, files: FileDiff[], timeLimit?: number): string[] {
  const patch = files.map((file) => formatUnifiedDiff(file, timeLimit)).join('');
  for (const { path, before } of files) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), before);
  }
  if (patch !== '') git(join(repository, folder), ['apply', '--whitespace=nowarn'], patch);
  return files.map(({ path }) => readFileSync(join(repository, path), 'utf8'));
}

const line = fc.constantFrom(
  '',
  'a',
  'b',
  '  c',
  'd()',
  '\\',
  '+',
  '-',
  '@@',
  'é',
  '\uFEFF',
  'x\ry',
  '\u2028',
  '--- a',
  '\t',
);
const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const text = fc
  .tuple(fc.array(fc.tuple(line, ending), { maxLength: 30 }), line)
  .map(([lines, last]) => lines.flat().join('') + last);
const texts = fc
  .record({ before: text, after: text })
  .filter(({ before, after }) => before !== '' && after !== '');

describe('formatUnifiedDiff', () => {
  it('is applied by git to the very text it was made for, whatever the line ends', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 12, maxLength: 12 }), (pairs) => {
        const files = pairs.map((pair, index) => ({ path: `random/${index}.js`, ...pair }));
        expect(applyWithGit('.', files)).toEqual(files.map(({ after }) => after));
      }),
      { numRuns: 40, seed: 20261121 },
    );
  });

  it('is applied by git to a small change in a long text', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `line ${index % 7}\r\n`);
    const before = lines.join('');
    const after = lines.with(200, 'changed\n').toSpliced(50, 2).join('') + 'no end';
    expect(applyWithGit('.', [{ path: 'long.js', before, after }])).toEqual([after]);
  });

  it('replaces the whole text when a small diff takes too long to find', () => {
    const outOfTime = -1;
    fc.assert(
      fc.property(fc.array(texts, { minLength: 12, maxLength: 12 }), (pairs) => {
        const files = pairs.map((pair, index) => ({ path: `late/${index}.js`, ...pair }));
        expect(applyWithGit('.', files, outOfTime)).toEqual(files.map(({ after }) => after));
      }),
      { numRuns: 10, seed: 20261121 },
    );
    const late = formatUnifiedDiff({ path: 'a.js', before: 'a\nb\n', after: 'a\nc\n' }, outOfTime);
    expect(late).toContain('-a\n-b\n+a\n+c\n');
  });

  it.each([
    ['a space', 'with space/two  spaces .js'],
    ['non-ASCII', 'größe/日本語.ts'],
    ['a tab', 'tab\tin name.js'],
    ['a double quote', 'say "hi".js'],
    ['a single quote', "it's.js"],
    ['a backslash', 'back\\slash.js'],
    ['a newline', 'new\nline.js'],
    ['a leading space', ' lead.js'],
    ['a dash', '-rf.js'],
    ['brackets', 'pages/[id]/{x}.js'],
  ])('names a file with %s so that git finds it', (_, path) => {
    const files = [{ path, before: 'one\ntwo\n', after: 'one\n2\n' }];
    expect(applyWithGit('.', files)).toEqual(['one\n2\n']);
    expect(applyWithGit('.', [{ path, before: 'x', after: 'x\n' }])).toEqual(['x\n']);
  });

  it('applies in a sub-folder as well as at the top', () => {
    const file = { path: 'packages/one/src/a b.js', before: 'old\n', after: 'new\n' };
    for (const folder of ['.', 'packages', 'packages/one', 'packages/one/src']) {
      mkdirSync(join(repository, folder), { recursive: true });
      expect(applyWithGit(folder, [file])).toEqual(['new\n']);
    }
  });

  it('quotes names exactly as git does', () => {
    const names = ['plain.js', 'a b.js', 'é.js', 'tab\t.js', 'q".js', 'b\\.js', '\x7f\x01.js', "'.js"];
    const folder = mkdtempSync(join(tmpdir(), 'leakfix-names-'));
    try {
      git(folder, ['init', '-q']);
      for (const name of names) writeFileSync(join(folder, name), 'x');
      const listed = git(folder, ['-c', 'core.quotePath=true', 'ls-files', '--others']).trimEnd().split('\n');
      expect(names.map(quotePath).sort()).toEqual(listed.sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('prints what git prints', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh';
    const after = 'a\nb\nc\nD\ne\nf\ng\nh\n';
    expect(formatUnifiedDiff({ path: 'src/a b.js', before, after })).toBe(
      [
        'diff --git a/src/a b.js b/src/a b.js',
        '--- a/src/a b.js\t',
        '+++ b/src/a b.js\t',
        '@@ -1,8 +1,8 @@',
        ' a',
        ' b',
        ' c',
        '-d',
        '+D',
        ' e',
        ' f',
        ' g',
        '-h',
        '\\ No newline at end of file',
        '+h',
        '',
      ].join('\n'),
    );
  });

  it('is empty when nothing changed', () => {
    expect(formatUnifiedDiff({ path: 'a.js', before: 'x', after: 'x' })).toBe('');
  });
});
