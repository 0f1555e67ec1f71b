import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { run } from '../../src/run.js';
import { leakfix } from './leakfix.js';

interface Seen {
  readonly findings: readonly (readonly [number, string, string | null])[];
  readonly warnings: readonly string[];
}

/** What leakfix finds and warns of, in the files of a project. */
async function lookAt(files: Readonly<Record<string, string>>, only?: readonly string[]): Promise<Seen> {
  await using fixture = await createFixture(files);
  const { report } = await run({ cwd: fixture.path, paths: ['.'], ...(only && { only }) });
  return {
    findings: report.findings.map(({ line, status, reason }) => [line, status, reason]),
    warnings: report.diagnostics.map(({ line, message }) => `${line ?? 0} ${message}`),
  };
}

function look(code: string, only?: readonly string[]): Promise<Seen> {
  return lookAt({ 'a.js': code }, only);
}

const HEAD = 'async function save() {}\n';

test('the finding on the next line of code is left alone, with the reason given', async () => {
  await using fixture = await createFixture({
    'a.js': `${HEAD}exports.handler = async () => {
  // leakfix-ignore-next-line await-floating-promises -- told to a queue

  /* that is how it is */ // and stays
  save();
  save();
};
`,
  });
  const ran = leakfix(fixture.path, ['--dry', '-v', 'a.js']);
  expect(ran.stdout.match(/^\+.*/gm)).toEqual(['+++ b/a.js', '+  await save();']);
  expect(ran.stderr).toContain('ignore-comment: a comment says to leave it: told to a queue');
  expect(ran.stderr).toContain('1 ignored by comments');
});

test('only the transforms that it names, and none named are all', async () => {
  const body = (comment: string): string =>
    `${HEAD}exports.handler = async () => {\n  // leakfix-ignore-next-line${comment}\n  save();\n};\n`;
  expect((await look(body(''))).findings).toEqual([[4, 'ignored', 'ignore-comment']]);
  expect((await look(body(' await-timers, await-floating-promises'))).findings).toEqual([
    [4, 'ignored', 'ignore-comment'],
  ]);
  expect(await look(body(' await-timers'))).toEqual({
    findings: [[4, 'fixed', null]],
    warnings: ['3 the comment leaves nothing alone'],
  });
});

test('a whole file stays as it is', async () => {
  expect(
    await look(`// leakfix-ignore-file -- legacy\n${HEAD}exports.handler = async () => {\n  save();\n};\n`),
  ).toEqual({ findings: [[4, 'ignored', 'ignore-comment']], warnings: [] });
});

test('--check is content with what is left alone on purpose', async () => {
  await using fixture = await createFixture({
    'a.js': `${HEAD}exports.handler = async () => {\n  // leakfix-ignore-next-line\n  save();\n};\n`,
  });
  expect(leakfix(fixture.path, ['--check', 'a.js']).code).toBe(0);
});

test('a change set that needs a line left alone is not made, and what depends on it is not half made', async () => {
  const { findings } = await look(`${HEAD}function store() {
  save();
}
exports.handler = async () => {
  // leakfix-ignore-next-line await-floating-promises
  store();
};
`);
  expect(findings).toContainEqual([3, 'refused', 'against-comment']);
  expect(findings.map(([, status]) => status)).not.toContain('fixed');
});

test('a change set across files is not made when one of them is left alone', async () => {
  const { findings } = await lookAt({
    'store.js': `${HEAD}exports.store = function store() {\n  save();\n};\n`,
    'a.js':
      "// leakfix-ignore-file\nconst { store } = require('./store');\nexports.handler = async () => {\n  store();\n};\n",
  });
  expect(findings).toContainEqual([3, 'refused', 'against-comment']);
});

test('comments that do nothing are reported, when all that they could be about has run', async () => {
  const code = `${HEAD}// leakfix-ignore-next-line await-timers\nsave;\n// leakfix-ignore-next-line await-timer\nsave;\n`;
  expect((await look(code)).warnings).toEqual([
    '4 the comment names no transform: await-timer',
    '2 the comment leaves nothing alone',
  ]);
  expect((await look(code, ['await-floating-promises'])).warnings).toEqual([
    '4 the comment names no transform: await-timer',
  ]);
  expect(
    (await look(`${HEAD}// leakfix-ignore-next-lines\nconst text = '// leakfix-ignore-file';\n`)).warnings,
  ).toEqual([]);
});
