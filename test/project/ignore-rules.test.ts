import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IgnoreFile, isIgnored, parseIgnoreFile } from '../../src/project/ignore-rules.js';

let repository = '';

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'leakfix-ignore-'));
  execFileSync('git', ['init', '-q'], { cwd: repository });
});

afterAll(() => {
  rmSync(repository, { recursive: true });
});

/** What git ignores of these paths. Only their folders are made: what isn't there is a file to git. */
function askGit(ignoreFiles: Record<string, string>, paths: readonly string[]): string[] {
  for (const name of readdirSync(repository)) {
    if (name !== '.git') rmSync(join(repository, name), { recursive: true });
  }
  for (const [folder, text] of Object.entries(ignoreFiles)) {
    mkdirSync(join(repository, folder), { recursive: true });
    writeFileSync(join(repository, folder, '.gitignore'), text);
  }
  for (const path of paths) {
    mkdirSync(join(repository, path, '..'), { recursive: true });
  }
  try {
    const input = paths.join('\0');
    const args = ['check-ignore', '--no-index', '-z', '--stdin'];
    return execFileSync('git', args, { cwd: repository, input, encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);
  } catch (error) {
    const isNothingIgnored = error instanceof Error && 'status' in error && error.status === 1;
    if (isNothingIgnored) return [];
    throw error;
  }
}

/** Asks for each folder on the way first, as a walk does. */
function isIgnoredOnTheWay(files: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  const names = path.split('/');
  return names.some((_, index) => {
    const step = names.slice(0, index + 1).join('/');
    const inForce = files.filter(({ folder }) => folder === '' || step.startsWith(`${folder}/`));
    return isIgnored(inForce, step, isFolder || index < names.length - 1);
  });
}

function askRules(ignoreFiles: Record<string, string>, paths: readonly string[]): string[] {
  const files = Object.entries(ignoreFiles).map(([folder, text]) => parseIgnoreFile(folder, text));
  const inside = [...paths, ...Object.keys(ignoreFiles).map((folder) => `${folder}/.gitignore`)];
  return paths.filter((path) => {
    const isFolder = inside.some((other) => other.startsWith(`${path}/`));
    return isIgnoredOnTheWay(files, path, isFolder);
  });
}

const names = ['a', 'b', 'ab', 'abc', 'a.js', 'b.js', 'a b', '#a', '!b', 'a]', 'a\\', '[x]'];
const path = fc
  .array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const piece = fc.constantFrom(
  ...['a', 'b', 'c', 'ab', '.js', '*', '**', '?', '[ab]', '[!a]', '[a-c]', '[^b]', '[]a]', '[[:alpha:]]'],
  ...['/', '/', '**/', '/**', '\\', '\\*', '\\a', ' ', '\\ ', '#', '!', '!', '[', ']', '-', '{a,b}', '\t'],
);
/** git compares the plain text before the first wildcard by itself and then takes the `**` of `a**` + `/b` for whole. */
const GIT_MISREADS = /[^/*]\*\*(?:\/|$)/;
const pattern = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !GIT_MISREADS.test(text));
const ignoreText = fc
  .tuple(fc.array(pattern, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

describe('isIgnored', () => {
  it('agrees with git on every pattern and path', () => {
    const project = fc.record({
      top: ignoreText,
      inner: ignoreText,
      paths: fc.uniqueArray(path, { minLength: 20, maxLength: 20 }),
    });
    fc.assert(
      fc.property(project, ({ top, inner, paths }) => {
        const ignoreFiles = { '': top, a: inner };
        expect(askRules(ignoreFiles, paths).sort()).toEqual(askGit(ignoreFiles, paths).sort());
      }),
      { numRuns: 60, seed: 20261121 },
    );
  });

  it('takes a character as one, where git takes a byte', () => {
    const rules = [parseIgnoreFile('', '?.js\n[!a]\n*日*')];
    expect(['é.js', 'é', '本日は', 'éé.js'].map((name) => isIgnored(rules, name, false))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('takes time in proportion to the pattern, also for one made to be slow', () => {
    const rules = [parseIgnoreFile('', `${'*a'.repeat(200)}b\n${'**/a/'.repeat(100)}b`)];
    const start = performance.now();
    expect(isIgnored(rules, `${'a/'.repeat(500)}${'a'.repeat(4000)}`, false)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('matches nothing with a pattern longer than the limit', () => {
    const name = 'a'.repeat(2000);
    expect(isIgnored([parseIgnoreFile('', name)], name, false)).toBe(false);
  });
});
