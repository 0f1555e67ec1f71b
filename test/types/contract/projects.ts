import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace, type Workspace } from '../workspace.js';

function typeOf(space: Workspace, file: string, snippet: string): string {
  const answer = space.oracle.typeOf(space.range(file, snippet));
  return answer.is === 'yes' ? answer.value : answer.is;
}

export function describeProjects(create: CreateEngine): void {
  describe('projects', () => {
    it('reads each file under its nearest tsconfig', async () => {
      const code = `export function f(a: string | undefined) { return a; }\n`;
      await using space = await createWorkspace(create, {
        'strict/tsconfig.json': '{ "compilerOptions": { "strict": true } }',
        'strict/a.ts': code,
        'loose/tsconfig.json': '{ "compilerOptions": { "strict": false } }',
        'loose/a.ts': code,
      });
      const inReturn = (file: string): string => {
        const { start } = space.range(file, 'return a');
        const answer = space.oracle.typeOf({
          file: space.path(file),
          start: start + 'return '.length,
          end: start + 'return a'.length,
        });
        return answer.is === 'yes' ? answer.value : answer.is;
      };
      expect(inReturn('strict/a.ts')).toBe('string | undefined');
      expect(inReturn('loose/a.ts')).toBe('string');
    });

    it('follows the references of a solution tsconfig', async () => {
      await using space = await createWorkspace(create, {
        'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        'tsconfig.app.json':
          '{ "compilerOptions": { "composite": true, "strict": false, "paths": { "~/*": ["./src/*"] } }, "include": ["src"] }',
        'src/a.ts': `export const one = 1;\n`,
        'src/b.ts': `import { one } from '~/a';\nexport const two = [one];\n`,
      });
      expect(typeOf(space, 'src/b.ts', '[one]')).toBe('number[]');
    });

    it('understands files that no tsconfig covers', async () => {
      await using space = await createWorkspace(create, {
        'tsconfig.json': '{ "include": ["src"] }',
        'src/a.ts': `export {};\n`,
        'scripts/b.ts': `import { join } from 'path';\nconsole.log(join('a'));\n`,
        'scripts/c.js': `const { join } = require('path');\nconsole.log(join('a'));\n`,
      });
      expect(typeOf(space, 'scripts/b.ts', `join('a')`)).toBe('string');
      expect(typeOf(space, 'scripts/c.js', `join('a')`)).toBe('string');
    });

    it('reads of the services of aws-sdk 2 those that the project names', async () => {
      const service = (name: string): string =>
        `export = ${name};\ndeclare class ${name} { list(): string[] }\ndeclare global { var ${name}IsRead: true; }\n`;
      await using space = await createWorkspace(create, {
        'a.ts': `import * as AWS from 'aws-sdk';\nconsole.log(new AWS.S3().list(), [S3IsRead], [BraketIsRead]);\n`,
        'node_modules/aws-sdk/package.json': '{ "version": "2.1.0", "types": "index.d.ts" }',
        'node_modules/aws-sdk/index.d.ts': `export * from './clients/all';\n`,
        'node_modules/aws-sdk/clients/all.d.ts': `export import S3 = require('./s3');\nexport import Braket = require('./braket');\n`,
        'node_modules/aws-sdk/clients/s3.d.ts': service('S3'),
        'node_modules/aws-sdk/clients/braket.d.ts': service('Braket'),
      });
      expect(typeOf(space, 'a.ts', 'new AWS.S3().list()')).toBe('string[]');
      expect(typeOf(space, 'a.ts', '[S3IsRead]')).toBe('true[]');
      expect(typeOf(space, 'a.ts', '[BraketIsRead]')).toBe('any[]');
    });

    it('keeps apart the names of two scripts that share a folder', async () => {
      await using space = await createWorkspace(create, {
        'one.js': `var shared = 1;\nconsole.log([shared]);\n`,
        'two.js': `var shared = 'a';\nconsole.log([shared]);\n`,
      });
      expect(typeOf(space, 'one.js', '[shared]')).toBe('number[]');
      expect(typeOf(space, 'two.js', '[shared]')).toBe('string[]');
    });

    it('keeps apart the globals of two projects with equal options', async () => {
      await using space = await createWorkspace(create, {
        'one/tsconfig.json': '{}',
        'one/globals.d.ts': 'declare const shared: number;',
        'one/a.ts': `export const list = [shared];\n`,
        'two/tsconfig.json': '{}',
        'two/globals.d.ts': 'declare const shared: string;',
        'two/a.ts': `export const list = [shared];\n`,
      });
      expect(typeOf(space, 'one/a.ts', '[shared]')).toBe('number[]');
      expect(typeOf(space, 'two/a.ts', '[shared]')).toBe('string[]');
    });

    it('answers for each of two projects with equal options', async () => {
      await using space = await createWorkspace(create, {
        'one/tsconfig.json': '{}',
        'one/a.ts': `export const one = [1];\n`,
        'two/tsconfig.json': '{}',
        'two/b.ts': `import { one } from '../one/a';\nexport const two = [one];\n`,
      });
      expect(typeOf(space, 'one/a.ts', '[1]')).toBe('number[]');
      expect(typeOf(space, 'two/b.ts', '[one]')).toBe('number[][]');
    });

    it.each([
      { name: 'is no JSON', config: '{ "compilerOptions": ' },
      { name: 'extends what is not there', config: '{ "extends": "@nobody/tsconfig" }' },
      { name: 'extends itself', config: '{ "extends": "./tsconfig.json" }' },
      { name: 'has an option of no known kind', config: '{ "compilerOptions": { "target": 7 } }' },
    ])('says so and goes on with defaults when a tsconfig $name', async ({ config }) => {
      await using space = await createWorkspace(create, {
        'tsconfig.json': config,
        'a.ts': `export const p = Promise.resolve(1);\n`,
      });
      expect(typeOf(space, 'a.ts', 'Promise.resolve(1)')).toBe('Promise<number>');
      expect(space.oracle.faults().map(({ project }) => project)).toEqual([space.path('tsconfig.json')]);
    });

    it('reads no configuration from outside the root', async () => {
      await using outside = await createWorkspace(create, {
        'base.json': '{ "compilerOptions": { "strict": true } }',
      });
      await using space = await createWorkspace(create, {
        'tsconfig.json': JSON.stringify({ extends: outside.path('base.json') }),
        'a.ts': `export const p = Promise.resolve(1);\n`,
      });
      expect(typeOf(space, 'a.ts', 'Promise.resolve(1)')).toBe('Promise<number>');
      expect(space.oracle.faults()).toHaveLength(1);
    });

    it('knows the test runner whose types are installed, also where the tsconfig does not name it', async () => {
      await using space = await createWorkspace(create, {
        'tsconfig.json': '{ "compilerOptions": {} }',
        'node_modules/@types/runner/package.json': '{ "name": "@types/runner", "version": "1.0.0" }',
        'node_modules/@types/runner/index.d.ts': 'declare function check(name: string): Promise<void>;',
        'a.ts': `check('a');\nexport {};\n`,
      });
      expect(typeOf(space, 'a.ts', `check('a')`)).toBe('Promise<void>');
    });

    it('goes on with the other files when one nests too deeply to be checked', async () => {
      const deep = `${'f(() => '.repeat(3000)}1${')'.repeat(3000)};\n`;
      await using space = await createWorkspace(create, {
        'deep.js': `function f(x) { return x; }\n${deep}`,
        'a.js': `Promise.resolve(1);\n`,
      });
      const found = space.oracle.thenableStatements([space.path('deep.js'), space.path('a.js')]);
      expect(found.map((range) => space.text(range))).toEqual(['Promise.resolve(1)']);
      expect(space.oracle.faults().map(({ reason }) => reason.includes('deep.js'))).toEqual([true]);
    });

    it('goes on with the other files when the modifiers of one never end', async () => {
      await using space = await createWorkspace(create, {
        'stray.js': 'export\n'.repeat(100_000),
        'a.js': `Promise.resolve(1);\n`,
      });
      const found = space.oracle.thenableStatements([space.path('stray.js'), space.path('a.js')]);
      expect(found.map((range) => space.text(range))).toEqual(['Promise.resolve(1)']);
      expect(space.oracle.faults().map(({ reason }) => reason.includes('stray.js'))).toEqual([true]);
    });
  });
}
