import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { leakfix } from './leakfix.js';

const CLI = resolve(import.meta.dirname, '../../dist/src/cli.js');

const leaky = (ms: number): string => `exports.handler = async (event) => {
  setTimeout(() => console.log(event), ${ms});
  return event;
};
`;
const FILES = { 'a.js': leaky(1), 'b.js': leaky(2), 'c.js': leaky(3) };

const PROMPT = 'Make this change [y,n,a,d,q,?]? ';

/** Runs the command on a terminal, which util-linux's `script` gives it, and types an answer at each prompt. */
async function onTerminal(
  cwd: string,
  args: string,
  answers: readonly string[],
): Promise<{ code: number | null; shown: string }> {
  const command = `"${process.execPath}" "${CLI}" -i --allow-no-vcs ${args}`;
  const terminal = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let shown = '';
  let typed = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    while (typed < answers.length && typed < shown.split(PROMPT).length - 1)
      terminal.stdin.write(answers[typed++] ?? '');
  });
  const [code] = (await once(terminal, 'close')) as [number | null];
  return { code, shown };
}

async function changed(fixture: {
  readFile: (name: string, as: 'utf8') => Promise<string>;
}): Promise<string[]> {
  const names = Object.keys(FILES) as (keyof typeof FILES)[];
  const texts = await Promise.all(names.map((name) => fixture.readFile(name, 'utf8')));
  return names.filter((name, index) => texts[index] !== FILES[name]);
}

test('-i shows each change and makes those that are wanted', async () => {
  await using fixture = await createFixture(FILES);
  const { code, shown } = await onTerminal(fixture.path, '.', ['y\n', 'n\n', 'y\n']);
  expect(code).toBe(0);
  expect(shown).toContain('a.js:2:3 fixed await-timers');
  expect(shown).toContain('(3/3) Make this change [y,n,a,d,q,?]?');
  expect(shown).toContain('2 changes in 2 files written');
  expect(await changed(fixture)).toEqual(['a.js', 'c.js']);
});

test('q leaves the rest, what was accepted before stays accepted', async () => {
  await using fixture = await createFixture(FILES);
  const { code, shown } = await onTerminal(fixture.path, '-v .', ['y\n', 'q\n']);
  expect(code).toBe(0);
  expect(shown).toContain('declined: it was declined');
  expect(await changed(fixture)).toEqual(['a.js']);
});

test('another key says what the keys mean, and the question comes again', async () => {
  await using fixture = await createFixture({ 'a.js': FILES['a.js'] });
  const { shown } = await onTerminal(fixture.path, '--dry .', ['what\n', 'y\n']);
  expect(shown).toContain('q - leave it and all later ones');
  expect(shown).toContain('1 change in 1 file (dry run, nothing written)');
});

test('Ctrl-C ends it, and nothing is written', async () => {
  await using fixture = await createFixture(FILES);
  const { code } = await onTerminal(fixture.path, '.', ['y\n', '\u0003']);
  expect(code).toBe(130);
  expect(await changed(fixture)).toEqual([]);
});

test.each([[['-i', '.']], [['-i', '--check', '.']]])('%j is refused in one line', async (args) => {
  await using fixture = await createFixture(FILES);
  const { code, stdout, stderr } = leakfix(fixture.path, args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
