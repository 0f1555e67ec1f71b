import { expect, it } from 'vitest';
import { createTypeEngine } from '../../src/types/ts-engine.js';
import { findNewTypeErrors } from '../../src/verify/verify.js';
import { createWorkspace } from '../types/workspace.js';

const strict = { 'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2022" } }' };

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** What the type checker has been asked about when the errors are looked for: a file and an expression in it. */
  readonly asked?: readonly [string, string];
  /** `file:code` of each new error. */
  readonly broken: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a rewrite that is right',
    files: { 'a.js': `exports.f = function () { g(); };\nasync function g() {}\n` },
    after: { 'a.js': `exports.f = async function () { await g(); };\nasync function g() {}\n` },
    broken: [],
  },
  {
    name: 'await where it is not legal',
    files: { 'a.js': `exports.f = function () { g(); };\nasync function g() {}\n` },
    after: { 'a.js': `exports.f = function () { await g(); };\nasync function g() {}\n` },
    broken: ['a.js:1308'],
  },
  {
    name: 'a name that is not declared any more',
    files: {
      'a.js': `exports.f = (cb) => { read((err, data) => { cb(err, data); }); };\nfunction read() {}\n`,
    },
    after: { 'a.js': `exports.f = (cb) => { read(); cb(null, data); };\nfunction read() {}\n` },
    broken: ['a.js:2304'],
  },
  {
    name: 'a name that is declared twice',
    files: { 'a.js': `exports.f = () => { const data = 1; return data; };\n` },
    after: { 'a.js': `exports.f = () => { const data = 1; const data = 2; return data; };\n` },
    broken: ['a.js:2451', 'a.js:2451'],
  },
  {
    name: 'errors that were there and stand in other lines now',
    files: { 'a.js': `exports.f = () => missing;\n` },
    after: { 'a.js': `const x = 1;\n\nexports.f = () => {\n  return missing;\n};\n` },
    broken: [],
  },
  {
    name: 'an error that was there once and is there twice',
    files: { 'a.js': `exports.f = () => missing;\n` },
    after: { 'a.js': `exports.f = () => [missing, missing];\n` },
    broken: ['a.js:2304'],
  },
  {
    name: 'an importer, not rewritten, that used the value',
    files: {
      ...strict,
      'a.ts': `export function f(): number { return 1; }\n`,
      'b.ts': `import { f } from './a';\nexport const g: number = f();\n`,
      'c.ts': `export const unrelated: number = 'x';\n`,
    },
    after: { 'a.ts': `export async function f(): Promise<number> { return 1; }\n` },
    broken: ['b.ts:2322'],
  },
  {
    name: 'an importer behind a barrel',
    files: {
      ...strict,
      'lib/a.ts': `export function f(): number { return 1; }\n`,
      'lib/index.ts': `export * from './a';\n`,
      'b.ts': `import { f } from './lib';\nexport const g: number = f();\n`,
    },
    after: { 'lib/a.ts': `export async function f(): Promise<number> { return 1; }\n` },
    broken: ['b.ts:2322'],
  },
  {
    name: 'types that do not fit in JavaScript that nobody type-checks',
    files: { 'a.js': `exports.f = () => JSON.parse('1');\n` },
    after: { 'a.js': `exports.f = () => JSON.parse(1);\n` },
    broken: [],
  },
  {
    name: 'types that do not fit in JavaScript that is type-checked',
    files: { 'a.js': `// @ts-check\nexports.f = () => JSON.parse('1');\n` },
    after: { 'a.js': `// @ts-check\nexports.f = () => JSON.parse(1);\n` },
    broken: ['a.js:2345'],
  },
  {
    name: 'errors that were there, when an error less leaves one more of the ten suggestions that TypeScript makes',
    files: {
      ...strict,
      'a.ts': `const Good = 1;\nexport const f = () => [${'god, '.repeat(11)}goood, goood];\n`,
    },
    after: {
      'a.ts': `const Good = 1;\nexport const f = () => [${'god, '.repeat(8)}goood, goood];\n`,
    },
    broken: [],
  },
  {
    name: 'an error that was there, of a type whose parts TypeScript meets in another order',
    files: {
      ...strict,
      'a.ts': `interface Full { id: 1; name: 2; title: 3 }\nexport const f = (item: Omit<Full, 'id' | 'title'>): number => item.title;\n`,
      'b.ts': `declare const d: Promise<'title' | 'id'>;\nd.finally();\n`,
    },
    after: {
      'a.ts': `interface Full { id: 1; name: 2; title: 3 }\n\nexport const f = (item: Omit<Full, 'id' | 'title'>): number => item.title;\n`,
    },
    asked: ['b.ts', 'd.finally()'],
    broken: [],
  },
  {
    name: 'an error beside another one, of the same types the other way round',
    files: {
      ...strict,
      'a.ts': `export const f = (s: string, n: number): void => { n = s; };\n`,
    },
    after: {
      'a.ts': `export const f = (s: string, n: number): void => { s = n; };\n`,
    },
    broken: ['a.ts:2322'],
  },
];

it.each(cases)('$name', async ({ files, after, asked, broken }) => {
  await using space = await createWorkspace(createTypeEngine, files);
  const before = new Map(
    Object.entries(files)
      .filter(([file]) => file !== 'tsconfig.json')
      .map(([file, text]) => [space.path(file), text]),
  );
  const rewritten = new Map(Object.entries(after).map(([file, text]) => [space.path(file), text]));
  for (const [file, text] of rewritten) space.oracle.update(file, text);
  if (asked) expect(space.oracle.thenable(space.range(...asked)).is).toBe('yes');

  const found = findNewTypeErrors({ before, after: rewritten, oracle: space.oracle });
  expect(found.map(({ file, code }) => `${file.slice(space.root.length + 1)}:${code}`)).toEqual(broken);

  const again = findNewTypeErrors({ before, after: rewritten, oracle: space.oracle });
  expect(again, 'the oracle holds the texts after the rewrite again').toEqual(found);
});
