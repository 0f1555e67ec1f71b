import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace } from '../workspace.js';

const statements: readonly {
  readonly code: string;
  /** Printed type, `no` or `unknown`. */
  readonly thenable: string;
}[] = [
  { code: 'Promise.resolve(1)', thenable: 'Promise<number>' },
  { code: 'work()', thenable: 'Promise<void>' },
  { code: 'work().then(() => 1)', thenable: 'Promise<number>' },
  { code: 'flag && work()', thenable: 'false | Promise<void>' },
  { code: 'flag ? work() : undefined', thenable: 'Promise<void> | undefined' },
  { code: 'last = work()', thenable: 'Promise<void>' },
  { code: 'maybe?.go()', thenable: 'Promise<void> | undefined' },
  { code: 'query.run()', thenable: 'Query' },
  { code: '[1].map(work)', thenable: 'array of Promise<void>[]' },
  { code: 'pair()', thenable: 'array of [Promise<void>, number]' },
  { code: 'await many()', thenable: 'array of Promise<void>[]' },
  { code: 'void work()', thenable: 'no' },
  { code: 'await work()', thenable: 'no' },
  { code: 'oneArmed()', thenable: 'no' },
  { code: 'console.log(1)', thenable: 'no' },
  { code: 'anything()', thenable: 'unknown' },
  { code: 'missing()', thenable: 'unknown' },
  { code: 'give<unknown>()', thenable: 'unknown' },
];

const declarations = `
declare function work(): Promise<void>;
declare function many(): Promise<Promise<void>[]>;
declare function pair(): [Promise<void>, number];
declare function oneArmed(): { then(done: () => void): void };
declare function give<T>(): T;
declare const anything: any;
declare const flag: boolean;
declare const maybe: { go(): Promise<void> } | undefined;
interface Query { then(onDone: (rows: string[]) => void, onError: (error: Error) => void): void }
declare const query: { run(): Query };
let last: Promise<void>;
`;

const strict = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2022", "module": "esnext" } }',
};

export function describeThenables(create: CreateEngine): void {
  describe('thenable', () => {
    it.each(statements)('$code: $thenable', async ({ code, thenable }) => {
      await using space = await createWorkspace(create, {
        ...strict,
        'a.ts': `export {};${declarations}${code};\n`,
      });
      const answer = space.oracle.thenable(space.range('a.ts', code));
      const said =
        answer.is === 'yes'
          ? `${answer.value.shape === 'array' ? 'array of ' : ''}${answer.value.typeName}`
          : answer.is;
      expect(said).toBe(thenable);
    });

    it('does not know a range that is no expression', async () => {
      await using space = await createWorkspace(create, { 'a.js': `const a = 1;\n` });
      expect(space.oracle.thenable(space.range('a.js', 'const a'))).toEqual({ is: 'unknown' });
      expect(space.oracle.thenable({ file: space.path('none.js'), start: 0, end: 1 })).toEqual({
        is: 'unknown',
      });
    });
  });

  describe('callable', () => {
    it.each([
      { code: 'work', callable: 'yes' },
      { code: '() => 1', callable: 'yes' },
      { code: 'flag', callable: 'no' },
      { code: 'undefined', callable: 'no' },
      { code: 'flag ? work : undefined', callable: 'no' },
      { code: 'flag ? work : many', callable: 'yes' },
      { code: 'anything', callable: 'unknown' },
    ])('$code: $callable', async ({ code, callable }) => {
      await using space = await createWorkspace(create, {
        ...strict,
        'a.ts': `export {};${declarations}(${code});\n`,
      });
      const { file, start, end } = space.range('a.ts', `(${code});`);
      expect(space.oracle.callable({ file, start: start + 1, end: end - 2 }).is).toBe(callable);
    });
  });

  describe('thenableStatements', () => {
    it('gives the statements of the files asked for, in order', async () => {
      const code = statements.map((statement) => `${statement.code};`).join('\n');
      await using space = await createWorkspace(create, {
        ...strict,
        'a.ts': `export {};${declarations}${code}\n`,
        'b.ts': `Promise.resolve();\nexport {};\n`,
        'c.ts': `Promise.resolve();\nexport {};\n`,
      });
      const found = space.oracle.thenableStatements([space.path('a.ts'), space.path('c.ts')]);
      const expected = statements.filter(({ thenable }) => thenable !== 'no' && thenable !== 'unknown');
      expect(found.map((range) => space.text(range))).toEqual([
        ...expected.map((statement) => statement.code),
        'Promise.resolve()',
      ]);
    });

    it('leaves out the parentheses around an expression', async () => {
      await using space = await createWorkspace(create, { 'a.js': `((Promise.resolve()));\n` });
      const found = space.oracle.thenableStatements([space.path('a.js')]);
      expect(found.map((range) => space.text(range))).toEqual(['Promise.resolve()']);
    });

    it.each([
      { name: 'a byte order mark', before: '\uFEFF' },
      { name: 'a byte order mark and Windows line ends', before: '\uFEFF// x\r\n' },
      { name: 'mixed line ends', before: '// a\r\n// b\n// c\r' },
      { name: 'a shebang', before: '#!/usr/bin/env node\n' },
      { name: 'a line separator in a string, and a wide character', before: `const a = '\u2028😀';\n` },
      { name: 'a form feed', before: '\f\n' },
    ])('counts offsets in the text as it is: $name', async ({ before }) => {
      await using space = await createWorkspace(create, {
        'a.js': `${before}(async () => {})();\r\nPromise.resolve();\r\n`,
      });
      const found = space.oracle.thenableStatements([space.path('a.js')]);
      expect(found.map((range) => space.text(range))).toEqual(['(async () => {})()', 'Promise.resolve()']);
    });
  });
}
