import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { changeSetOf } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { openWorkspace } from '../../src/open-workspace.js';
import { DEFAULT_TRANSFORM_OPTIONS } from '../../src/options.js';
import { runPipeline } from '../../src/pipeline.js';
import { startOf } from '../../src/syntax/syntax-file.js';
import type { Finding, TransformSpec } from '../../src/transform.js';
import type { Workspace } from '../../src/workspace.js';

async function workspaceOf(texts: Readonly<Record<string, string>>): Promise<Workspace> {
  const fixture = await createFixture({});
  return openWorkspace({
    root: fixture.path,
    texts: new Map(Object.entries(texts).map(([name, text]) => [fixture.getPath(name), text])),
    handlers: [],
    options: DEFAULT_TRANSFORM_OPTIONS,
  });
}

/** Renames identifiers: a transform small enough to follow. */
function renaming(from: string, to: string): TransformSpec {
  return {
    name: `${from}-to-${to}`,
    summary: '',
    codes: { named: 'is called {name}' },
    appliesTo: (text) => text.includes(from),
    find: ({ files }) =>
      files.flatMap((file) =>
        file
          .nodes('Identifier')
          .filter(({ name }) => name === from)
          .map((identifier): Finding => {
            const range = file.rangeOf(identifier);
            const changeSet = changeSetOf(file.path, [{ start: range.start, end: range.end, text: to }]);
            return { code: 'named', range, data: { name: from }, outcome: { kind: 'safe', changeSet } };
          }),
      ),
  };
}

const OPTIONS = { unsafe: false, banned: new Map() };

function textsOf(workspace: Workspace): string[] {
  return [...workspace.overlay.original.keys()].map((file) => workspace.overlay.read(file));
}

test('each transform sees the texts that the one before left, and places are those of the input', async () => {
  const workspace = await workspaceOf({ 'a.js': 'a(a);' });
  const { findings } = runPipeline([renaming('a', 'bb'), renaming('bb', 'c')], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual(['c(c);']);
  expect(findings.map(({ transform, start }) => [transform, start])).toEqual([
    ['a-to-bb', 0],
    ['a-to-bb', 2],
    ['bb-to-c', 0],
    ['bb-to-c', 2],
  ]);
});

test('a transform that makes work for an earlier one is followed by it again', async () => {
  const workspace = await workspaceOf({ 'a.js': 'b;' });
  runPipeline([renaming('a', 'c'), renaming('b', 'a')], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual(['c;']);
});

test('what is rewritten without end is named, so that it can be taken back', async () => {
  const workspace = await workspaceOf({ 'a.js': 'a;' });
  const { endless } = runPipeline([renaming('a', 'b'), renaming('b', 'a')], workspace, OPTIONS);
  expect(endless).not.toEqual([]);
});

test('a change set that contradicts itself is refused, not forgotten', async () => {
  const contradiction: TransformSpec = {
    ...renaming('a', 'b'),
    find: ({ files }) =>
      files.flatMap((file) =>
        file.nodes('Identifier').map((identifier): Finding => {
          const range = file.rangeOf(identifier);
          const edit = { start: range.start, end: range.end, text: 'b' };
          return {
            code: 'named',
            range,
            outcome: { kind: 'safe', changeSet: changeSetOf(file.path, [edit, edit]) },
          };
        }),
      ),
  };
  const workspace = await workspaceOf({ 'a.js': 'a;' });
  expect(runPipeline([contradiction], workspace, OPTIONS).findings).toMatchObject([
    { status: 'refused', reason: { code: 'edits-overlap' } },
  ]);
});

test('unsafe fixes are withheld unless asked for', async () => {
  const unsafe: TransformSpec = {
    ...renaming('a', 'b'),
    find: (context) =>
      renaming('a', 'b')
        .find(context)
        .flatMap((finding) =>
          finding.outcome.kind === 'safe'
            ? {
                ...finding,
                outcome: {
                  ...finding.outcome,
                  kind: 'unsafe' as const,
                  reason: { code: 'order-changes' as const },
                },
              }
            : [],
        ),
  };
  const workspace = await workspaceOf({ 'a.js': 'a;' });
  expect(runPipeline([unsafe], workspace, OPTIONS).findings).toMatchObject([{ status: 'withheld' }]);
  expect(textsOf(workspace)).toEqual(['a;']);
  expect(runPipeline([unsafe], workspace, { ...OPTIONS, unsafe: true }).findings).toMatchObject([
    { status: 'fixed' },
  ]);
  expect(textsOf(workspace)).toEqual(['b;']);
});

test('a change set over two files is made in both or in none', async () => {
  const workspace = await workspaceOf({ 'a.js': 'a;', 'b.js': 'b;' });
  const [first = '', second = ''] = [...workspace.overlay.original.keys()];
  const both: TransformSpec = {
    name: 'both',
    summary: '',
    codes: {},
    appliesTo: (text) => text === 'a;',
    find: ({ files }) =>
      files.flatMap((file) =>
        file.nodes('Identifier').map((identifier): Finding => {
          const at = startOf(identifier);
          const edits = [{ start: at, end: at, text: 'x' }];
          const changeSet = {
            edits: new Map([
              [first, edits],
              [second, edits],
            ]),
          };
          return { code: 'both', range: file.rangeOf(identifier), outcome: { kind: 'safe', changeSet } };
        }),
      ),
  };
  const { findings } = runPipeline([both, renaming('xa', 'y')], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual(['y;', 'xb;']);
  expect(findings[0]?.files).toEqual([first, second]);
  const banned = new Map([[['both', 'both', first, '0'].join('\0'), { code: 'adds-type-error' as const }]]);
  workspace.reset();
  expect(runPipeline([both], workspace, { unsafe: false, banned }).findings).toMatchObject([
    { status: 'reverted' },
  ]);
  expect(textsOf(workspace)).toEqual(['a;', 'b;']);
});

/** Edits each file that has the words. */
function editing(words: string, toEdits: (at: number) => readonly TextEdit[]): TransformSpec {
  return {
    name: `edit-${words}`,
    summary: '',
    codes: { there: 'is there' },
    appliesTo: (text) => text.includes(words),
    find: ({ files }) =>
      files.map((file): Finding => {
        const changeSet = changeSetOf(file.path, toEdits(file.text.indexOf(words)));
        return { code: 'there', range: file.rangeOf(file.program), outcome: { kind: 'safe', changeSet } };
      }),
  };
}

const CONSTANT = 'const added = 1;\n';
const addsConstant = editing('old();', (at) => [
  { start: at, end: at, text: `\n${CONSTANT}\n` },
  { start: at, end: at + 'old'.length, text: 'then' },
]);
const removesConstant = editing(`${CONSTANT}\n`, (at) => [
  { start: at, end: at + CONSTANT.length + 1, text: '' },
]);

test('blank lines around what came go with it', async () => {
  const workspace = await workspaceOf({ 'a.js': 'first();\nold();\n' });
  runPipeline([addsConstant, removesConstant], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual(['first();\nthen();\n']);
});

test('blank lines around what came and stays, and those that were there, stay', async () => {
  const workspace = await workspaceOf({ 'a.js': 'first();\nold();\n', 'b.js': 'first();\n\nold();\n' });
  runPipeline([addsConstant], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual([
    `first();\n\n${CONSTANT}\nthen();\n`,
    `first();\n\n\n${CONSTANT}\nthen();\n`,
  ]);
  runPipeline([removesConstant], workspace, OPTIONS);
  expect(textsOf(workspace)).toEqual(['first();\nthen();\n', 'first();\n\nthen();\n']);
});
