import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type FixtureCase, readCases } from './fixtures/fixture-case.js';
import { transforms } from '../transforms/index.js';

const ROOT = resolve(import.meta.dirname, '..');
const JSCODESHIFT = join(ROOT, 'node_modules/jscodeshift/bin/jscodeshift.js');

/** Enough to see that both ways lead to the same text; the fixtures' own tests see whether it is right. */
const POSITIVE_CASES = 3;
const NEGATIVE_CASES = 1;

function isOneFileWithDefaults({ input, options }: FixtureCase): boolean {
  return input.size === 1 && options === undefined;
}

function chooseCases(transform: string): readonly FixtureCase[] {
  const cases = readCases(transform).filter(isOneFileWithDefaults);
  return [
    ...cases.filter(({ output }) => output !== undefined).slice(0, POSITIVE_CASES),
    ...cases.filter(({ output }) => output === undefined).slice(0, NEGATIVE_CASES),
  ];
}

/** Runs jscodeshift's own command over the folder, which rewrites its files in place. */
async function runJscodeshift(transform: string, folder: string): Promise<void> {
  const file = join(ROOT, 'dist/transforms', transform, 'index.js');
  await promisify(execFile)(
    process.execPath,
    [
      JSCODESHIFT,
      // Its own Babel is for transforms in older syntax.
      ...['-t', file, '--no-babel', '--run-in-band', '--fail-on-error'],
      '--extensions=js,mjs,cjs,jsx,ts,mts,cts,tsx',
      folder,
    ],
    { cwd: folder },
  );
}

describe.each(transforms.map(({ name }) => name))('jscodeshift runs %s', (transform) => {
  test('on one file at a time, with the same result as leakfix', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leakfix-jscodeshift-'));
    try {
      const placed = chooseCases(transform).flatMap(({ name, input, output }) =>
        [...input].map(([file, text]) => ({
          path: join(folder, name, file),
          text,
          expected: output?.get(file) ?? text,
        })),
      );
      for (const { path, text } of placed) {
        mkdirSync(resolve(path, '..'), { recursive: true });
        writeFileSync(path, text);
      }

      await runJscodeshift(transform, folder);

      expect(placed).toHaveLength(POSITIVE_CASES + NEGATIVE_CASES);
      for (const { path, expected } of placed) expect(readFileSync(path, 'utf8'), path).toBe(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
