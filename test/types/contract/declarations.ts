import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace } from '../workspace.js';

const outside: readonly { readonly setUp: string; readonly at: string; readonly declared: string }[] = [
  { setUp: `const fs = require('fs');`, at: `fs.readFile('a', () => {})`, declared: 'fs: readFile' },
  { setUp: `import { readFile as r } from 'node:fs';`, at: `r('a', () => {})`, declared: 'fs: readFile' },
  {
    setUp: `const c = require('mysql').createConnection({});`,
    at: 'c.end()',
    declared: 'mysql: Connection#end',
  },
  { setUp: `const c = new (require('pg').Client)();`, at: 'c.connect()', declared: 'pg: Client#connect' },
  { setUp: `const { Pool } = require('pg');`, at: 'new Pool()', declared: 'pg: Pool' },
  { setUp: '', at: 'Promise.resolve(1)', declared: 'lib.es2015.promise: PromiseConstructor#resolve' },
  { setUp: '', at: 'process.nextTick(() => {})', declared: 'process: NodeJS.Process#nextTick' },
  { setUp: '', at: 'setTimeout(() => {}, 1)', declared: 'timers: setTimeout' },
];

const inside: readonly {
  readonly files: Record<string, string>;
  readonly at: string;
  readonly is: string;
}[] = [
  {
    files: { 'svc.js': `exports.save = function () {};\n`, 'a.js': `require('./svc').save();\n` },
    at: `require('./svc').save()`,
    is: 'svc.js: function () {}',
  },
  {
    files: {
      'svc.js': `async function save() {}\nmodule.exports = { save };\n`,
      'a.js': `const { save } = require('./svc');\nsave();\n`,
    },
    at: 'save()',
    is: 'svc.js: async function save() {}',
  },
  {
    files: {
      'svc.ts': `export async function save() {}\n`,
      'a.js': `import { save } from './svc';\nsave();\n`,
    },
    at: 'save()',
    is: 'svc.ts: async function save() {}',
  },
  {
    files: {
      'svc.ts': `export default class { public async save() {} }\n`,
      'a.js': `import Svc from './svc';\nnew Svc().save();\n`,
    },
    at: 'new Svc().save()',
    is: 'svc.ts: public async save() {}',
  },
  {
    files: { 'a.js': `const later = async () => {};\nlater();\n` },
    at: 'later()',
    is: 'a.js: async () => {}',
  },
  {
    files: {
      'a.js': `const { promisify } = require('util');\nconst read = promisify(require('fs').readFile);\nread('a');\n`,
    },
    at: `read('a')`,
    is: 'read without a function',
  },
  {
    files: {
      'svc.js': `function save() {}\nmodule.exports = { save };\n`,
      'a.js': `const svc = require('./svc');\nsvc.save();\n`,
    },
    at: 'svc.save()',
    is: 'svc.js: function save() {}',
  },
  {
    files: {
      'svc.js': `const save = () => {};\nexports.store = save;\n`,
      'a.js': `const svc = require('./svc');\nsvc.store();\n`,
    },
    at: 'svc.store()',
    is: 'svc.js: () => {}',
  },
  {
    files: {
      'svc.js': `function save() {}\nexports.save = save;\nif (process.env.DRY) exports.save = () => {};\n`,
      'a.js': `const svc = require('./svc');\nsvc.save();\n`,
    },
    at: 'svc.save()',
    is: 'save without a function',
  },
  {
    files: { 'a.js': `let save = () => {};\nif (process.env.DRY) save = () => {};\nsave();\n` },
    at: 'save()',
    is: 'save without a function',
  },
  {
    files: { 'a.js': `function Store() {}\nStore.prototype.save = function () {};\nnew Store().save();\n` },
    at: 'new Store().save()',
    is: 'a.js: function () {}',
  },
];

export function describeDeclarations(create: CreateEngine): void {
  describe('declarationOf', () => {
    it.each(outside)('$at is $declared', async ({ setUp, at, declared }) => {
      await using space = await createWorkspace(create, { 'a.js': `${setUp}\n${at};\n` });
      const answer = space.oracle.declarationOf(space.range('a.js', at));
      if (answer.is !== 'yes') throw new Error(answer.is);
      expect(`${answer.value.module ?? ''}: ${answer.value.name}`).toBe(declared);
      expect(answer.value.inProject).toBe(false);
    });

    it.each(inside)('$at is $is', async ({ files, at, is }) => {
      await using space = await createWorkspace(create, files);
      const answer = space.oracle.declarationOf(space.range('a.js', at));
      if (answer.is !== 'yes') throw new Error(answer.is);
      const { inProject, range, name } = answer.value;
      expect(inProject).toBe(true);
      expect(
        range
          ? `${range.file.slice(space.root.length + 1)}: ${space.text(range)}`
          : `${name} without a function`,
      ).toBe(is);
    });

    it('does not know what a value of any type calls', async () => {
      await using space = await createWorkspace(create, { 'a.js': `JSON.parse('1').go();\n` });
      expect(space.oracle.declarationOf(space.range('a.js', `JSON.parse('1').go()`)).is).toBe('unknown');
    });
  });

  describe('typeOf', () => {
    it('prints types, and any as unknown', async () => {
      await using space = await createWorkspace(create, {
        'a.js': `const url = new URL('http://a');\nconst data = JSON.parse('1');\n`,
      });
      expect(space.oracle.typeOf(space.range('a.js', `new URL('http://a')`))).toEqual({
        is: 'yes',
        value: 'URL',
      });
      expect(space.oracle.typeOf(space.range('a.js', `JSON.parse('1')`))).toEqual({ is: 'unknown' });
    });
  });

  describe('ownDispose', () => {
    const library = `
export class Handle { [Symbol.asyncDispose](): Promise<void>; }
export class Sync { [Symbol.dispose](): void; }
`;
    it.each([
      { value: `new (require('lib').Handle)()`, is: 'asyncDispose' },
      { value: `new (require('lib').Sync)()`, is: 'dispose' },
      { value: `new (class extends require('lib').Handle {})()`, is: 'no' },
      { value: `new Date()`, is: 'no' },
      { value: `JSON.parse('1')`, is: 'unknown' },
    ])('$value: $is', async ({ value, is }) => {
      await using space = await createWorkspace(create, {
        'node_modules/lib/package.json': '{ "name": "lib", "version": "1.0.0", "types": "index.d.ts" }',
        'node_modules/lib/index.d.ts': library,
        'a.js': `const x = ${value};\n`,
      });
      const answer = space.oracle.ownDispose(space.range('a.js', value));
      expect(answer.is === 'yes' ? answer.value : answer.is).toBe(is);
    });
  });

  describe('languageEdition', () => {
    it.each([
      { target: 'es2022', is: 2022 },
      { target: 'es2015', is: 2015 },
      { target: 'esnext', is: Infinity },
    ])('$target: $is', async ({ target, is }) => {
      await using space = await createWorkspace(create, {
        'tsconfig.json': JSON.stringify({ compilerOptions: { target } }),
        'a.ts': 'export const x = 1;\n',
      });
      expect(space.oracle.languageEdition(space.range('a.ts', 'x').file)).toEqual({ is: 'yes', value: is });
    });

    it('is not known without a tsconfig', async () => {
      await using space = await createWorkspace(create, { 'a.js': 'const x = 1;\n' });
      expect(space.oracle.languageEdition(space.range('a.js', 'x').file)).toEqual({ is: 'no' });
    });
  });
}
