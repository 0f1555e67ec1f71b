import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../src/open-workspace.js';
import { DEFAULT_TRANSFORM_OPTIONS } from '../../src/options.js';
import transform from '../../transforms/await-floating-promises/index.js';

const DECLARATIONS = `
declare function save(key?: string): Promise<number>;
declare function tag(parts: TemplateStringsArray): Promise<void>;
declare function side(): void;
declare const later: Promise<void>;
declare const either: Promise<string> | undefined;
declare const lazy: { then(ok: (value: number) => void, no: (reason: Error) => void): void };
declare const oneSided: { then(ok: () => void): void };
declare const cancellable: Promise<number> & { cancel(): void };
declare const store: { flush?(): Promise<void>; last?: { promise: Promise<void> }; count: number };
declare const many: Promise<number>[];
declare const pair: readonly [number, Promise<string>];
declare const anything: any;
declare const flag: boolean;
declare const ok: () => void;
declare const no: (reason: unknown) => void;
declare const done: () => void;
declare const notAFunction: number;
class Kept extends Promise<number> {}
declare const kept: Kept;
let held: unknown;
`;

/** Values of every kind that the rule tells apart. */
const VALUES = [
  'save()',
  'later',
  'either',
  'lazy',
  'oneSided',
  'cancellable',
  'kept',
  'new Kept(() => {})',
  'new Promise<void>(() => {})',
  'Promise.resolve(1)',
  'Promise.reject(new Error())',
  'Promise.all([save(), later])',
  'Promise.allSettled(many)',
  'Promise.race([later])',
  'import("node:fs")',
  'tag`text`',
  'store.flush?.()',
  'store.flush!()',
  'store.last?.promise',
  'store["last"]!.promise',
  'store.count',
  'anything',
  'anything.save()',
  'side()',
  '(async () => {})()',
  '(async function named() { await save(); })()',
  '(() => save())()',
  '(function () { return later; })()',
  '(() => {})()',
  'many',
  'pair',
  '[save(), 1]',
  '[1, 2]',
  '[...many]',
  'many.map((each) => each)',
  '[1, 2].map(async (each) => each)',
  '[1, 2].map((each) => each)',
  'many.pop()',
  'many[0]',
  'save',
] as const;

/** What may stand around a value, or be done with it. */
const SURROUNDINGS: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `(${value})`,
  (value) => `((${value}))`,
  (value) => `void ${value}`,
  (value) => `!${value}`,
  (value) => `typeof ${value}`,
  (value) => `await ${value}`,
  (value) => `held = ${value}`,
  (value) => `held ??= ${value}`,
  (value) => `(${value}) as unknown`,
  (value) => `(${value})!`,
  (value) => `flag && ${value}`,
  (value) => `flag || ${value}`,
  (value) => `held ?? (${value})`,
  (value) => `(${value}) && side()`,
  (value) => `flag ? ${value} : undefined`,
  (value) => `flag ? side() : ${value}`,
  (value) => `flag ? (held ? ${value} : null) : 0`,
  (value) => `side(), ${value}`,
  (value) => `${value}, side()`,
  (value) => `side(), (${value}, 1)`,
  (value) => `[${value}]`,
  (value) => `({ value: ${value} })`,
  (value) => `console.log(${value})`,
];

/** What is done with a promise that is known to be one. */
const CHAINS: readonly string[] = [
  '.then()',
  '.then(ok)',
  '.then(ok, no)',
  '.then(ok, undefined)',
  '.then(ok, null)',
  '.then(null, no)',
  '.then(undefined, (reason) => { no(reason); })',
  '.then(...[ok, no])',
  '.catch()',
  '.catch(no)',
  '.catch(() => {})',
  '.catch(undefined)',
  '.catch(null)',
  '.catch(notAFunction)',
  '.catch(flag ? no : undefined)',
  '.finally()',
  '.finally(done)',
  '.catch(no).finally(done)',
  '.finally(done).catch(no)',
  '.then(ok, no).finally(done)',
  '.then(ok).finally(done)',
  '.then(ok).catch(no)',
  '.catch(no).then(ok)',
  '.catch(no).then(ok, no)',
  '?.catch(no)',
  '?.then(ok)',
  '["catch"](no)',
  '["then"](ok, no)',
  '.catch',
  '.constructor',
  '.catch(no).catch',
];

const CHAINED = ['save()', '(async () => {})()'];

const STATEMENTS = [
  ...VALUES.flatMap((value) => SURROUNDINGS.map((surround) => surround(value))),
  ...CHAINED.flatMap((value) =>
    CHAINS.flatMap((chain) => [
      value + chain,
      `flag && ${value}${chain}`,
      `flag ? ${value}${chain} : undefined`,
      `flag ? ${value}${chain} : ${value}`,
      `held ?? ${value}${chain}`,
      `${value}${chain} || undefined`,
      `side(), ${value}${chain}`,
      `void ${value}${chain}`,
      `[${value}${chain}]`,
    ]),
  ),
];

const TEXT = `${DECLARATIONS.trim()}
export async function statements() {
${STATEMENTS.map((statement) => `  ;${statement};`).join('\n')}
}
`;

const FIRST_LINE = DECLARATIONS.trim().split('\n').length + 2;

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-parity-')));
  writeFileSync(join(folder, 'statements.ts'), TEXT);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        types: [],
      },
      include: ['*.ts'],
    }),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The statements on these lines. */
function statementsAt(lines: readonly number[]): readonly string[] {
  return [...new Set(lines)].flatMap((line) => STATEMENTS[line - FIRST_LINE] ?? []).sort();
}

async function foundByLinter(): Promise<readonly string[]> {
  const linter = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder },
      },
      plugins: { '@typescript-eslint': tseslint.plugin },
      rules: { '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }] },
    },
  });
  const [result] = await linter.lintFiles(['statements.ts']);
  expect(result?.fatalErrorCount).toBe(0);
  return statementsAt((result?.messages ?? []).map(({ line }) => line));
}

async function foundByLeakfix(): Promise<readonly string[]> {
  const file = join(folder, 'statements.ts');
  const options = { ...DEFAULT_TRANSFORM_OPTIONS, platform: 'node' } as const;
  const workspace = await openWorkspace({
    root: folder,
    texts: new Map([[file, TEXT]]),
    handlers: [],
    options,
  });
  const findings = transform.find(workspace.contextFor(workspace.filesFor(transform)));
  return statementsAt(findings.map(({ range }) => TEXT.slice(0, range.start).split('\n').length));
}

/**
 * Where leakfix knows better. What is taken out of an array was started by whoever put it there. The linter looks for
 * handlers behind `?.` only at the top of a statement.
 */
function isOnPurpose(statement: string): boolean {
  return statement.includes('many.pop()') || (statement.includes('?.catch(no)') && !/^\S+$/.test(statement));
}

test('finds what no-floating-promises of typescript-eslint finds, and nothing else', async () => {
  const [linter, leakfix] = [await foundByLinter(), await foundByLeakfix()];
  expect(linter.length).toBeGreaterThan(300);
  expect({
    missed: linter.filter((statement) => !leakfix.includes(statement) && !isOnPurpose(statement)),
    more: leakfix.filter((statement) => !linter.includes(statement)),
  }).toEqual({ missed: [], more: [] });
}, 300_000);
