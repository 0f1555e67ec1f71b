import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLI_OPTIONS } from '../src/cli-options.js';
import { explainTransform } from '../src/commands/explain.js';
import { listTransforms } from '../src/commands/list.js';
import { EXIT } from '../src/exit-code.js';
import { run } from '../src/run.js';
import { transforms } from '../transforms/index.js';

const ROOT = resolve(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const NAMES = transforms.map(({ name }) => name);

function foldersIn(path: string): readonly string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The cells of the first table below a heading, without its head. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = README.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

describe('the transforms', () => {
  test('have one folder, one fixture folder and one entry in the registry each', () => {
    expect(foldersIn('transforms')).toEqual([...NAMES].sort());
    expect(foldersIn('__testfixtures__').filter((name) => name !== 'stand-ins')).toEqual([...NAMES].sort());
  });

  test('stand in the README with their summaries, in their order', () => {
    expect(tableUnder('Transforms')).toEqual(
      transforms.map(({ name, summary }) => [`[\`${name}\`](transforms/${name}/README.md)`, summary]),
    );
  });

  test('are what --list prints', () => {
    expect(
      listTransforms()
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual(transforms.map(({ name, summary }) => [name, summary]));
  });

  test.each(NAMES)('--explain %s prints its page', (name) => {
    expect(explainTransform(name)).toMatch(new RegExp(`^# ${name}\n`));
  });
});

interface Option {
  readonly alias?: string | readonly string[];
  readonly choices?: readonly string[];
  readonly default?: unknown;
  readonly describe: string;
}

/** `--dry`, `-d`; for an option that is on by default also how it is switched off. */
function spellingOf([name, { alias = [], choices, default: byDefault }]: [string, Option]): string {
  const off = byDefault === true ? [`no-${name}`] : [];
  const names = [name, ...off, ...[alias].flat()].map(
    (other) => `\`${other.length === 1 ? '-' : '--'}${other}\``,
  );
  return names.join(', ') + (choices ? ` ${choices.map((choice) => `\`${choice}\``).join(' ')}` : '');
}

test('the options in the README are those of the command', () => {
  expect(tableUnder('Options')).toEqual(
    Object.entries<Option>(CLI_OPTIONS).map((entry) => [spellingOf(entry), entry[1].describe]),
  );
});

test('the exit codes in the README are those of the command', () => {
  expect(tableUnder('Exit codes').map(([code]) => Number(code))).toEqual(Object.values(EXIT));
});

interface Example {
  readonly title: string;
  readonly fileName: string;
  readonly before: string;
  readonly after: string;
}

/** The code blocks of a page: ```js before, followed by ```js after; ```js unchanged stays as it is. */
function examplesOf(transform: string): readonly Example[] {
  const page = readFileSync(join(ROOT, 'transforms', transform, 'README.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(js|ts) (before|after|unchanged)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, language = '', kind, code = ''], index) => {
    if (kind === 'after') return [];
    const after =
      kind === 'unchanged' ? code : blocks[index + 1]?.[2] === 'after' ? blocks[index + 1]?.[3] : undefined;
    const title = `${transform}, example ${index + 1}`;
    return [
      {
        title,
        fileName: `index.${language}`,
        before: code,
        after: after ?? `${title} has no "after" behind it`,
      },
    ];
  });
}

describe.each(NAMES)('the page of %s', (name) => {
  const examples = examplesOf(name);

  test('has an example before and after', () => {
    expect(examples.some(({ before, after }) => before !== after)).toBe(true);
  });

  test.each(examples)('$title', async ({ fileName, before, after }) => {
    const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-docs-')));
    try {
      writeFileSync(join(cwd, fileName), before);
      const { report } = await run({ cwd, paths: ['.'], only: [name] });
      expect(report.changes[0]?.after ?? before).toBe(after);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});
