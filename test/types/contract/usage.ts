import { describe, expect, it } from 'vitest';
import { type CreateEngine, createWorkspace, type Workspace } from '../workspace.js';

/** `a.js:call:save(1)` for each reference. */
function usage(space: Workspace, file: string, fn: string): string[] | 'unknown' {
  const answer = space.oracle.usageOf(space.range(file, fn));
  if (answer.is !== 'yes') return 'unknown';
  return answer.value.references.map(
    (reference) =>
      `${reference.file.slice(space.root.length + 1)}:${reference.kind}:${space.text(reference)}`,
  );
}

/** How CommonJS and ECMAScript modules hand a function to another file, and what its users are then. */
const modules: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly fn?: string;
  readonly uses: string[] | 'unknown';
}[] = [
  {
    name: 'exports.save = function',
    files: {
      'svc.js': `exports.save = function () {};\nexports.save(0);\n`,
      'a.js': `const svc = require('./svc');\nsvc.save(1);\n`,
    },
    uses: ['a.js:call:svc.save(1)', 'svc.js:call:exports.save(0)'],
  },
  {
    name: 'module.exports = { save: function }',
    files: {
      'svc.js': `module.exports = { save: function () {} };\n`,
      'a.js': `const svc = require('./svc');\nsvc.save(1);\nsvc['save'](2);\n`,
    },
    uses: ['a.js:call:svc.save(1)', `a.js:call:svc['save'](2)`],
  },
  {
    name: 'module.exports = { save, load: load2 }',
    files: {
      'svc.js': `function save() {}\nfunction load2() {}\nmodule.exports = { save, load: load2 };\n`,
      'a.js': `const { save } = require('./svc');\nsave(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.js:mention:save', 'a.js:call:save(1)', 'svc.js:mention:save'],
  },
  {
    name: 'a function exported under its own name, in a file behind its users',
    files: {
      'svc.js': `function save() {}\nmodule.exports = { save };\n`,
      'a.js': `const svc = require('./svc');\nsvc.save(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.js:call:svc.save(1)', 'svc.js:mention:save'],
  },
  {
    name: 'exports.save = save, under its own name',
    files: {
      'svc.js': `exports.save = save;\nfunction save() {}\n`,
      'a.js': `const svc = require('./svc');\nsvc.save(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.js:call:svc.save(1)', 'svc.js:mention:save'],
  },
  {
    name: 'a function exported under another name',
    files: {
      'svc.js': `function save() {}\nmodule.exports = { store: save, load() {} };\n`,
      'a.js': `const { store: put } = require('./svc');\nput(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.js:mention:store', 'a.js:call:put(1)', 'svc.js:mention:save'],
  },
  {
    name: 'exports.save = save',
    files: {
      'svc.js': `function save() {}\nexports.store = save;\n`,
      'a.js': `const store = require('./svc').store;\nstore(1);\nrequire('./svc').store(2);\n`,
    },
    fn: 'function save() {}',
    uses: [
      'a.js:mention:store',
      'a.js:mention:store',
      'a.js:call:store(1)',
      `a.js:call:require('./svc').store(2)`,
      'svc.js:mention:save',
    ],
  },
  {
    name: 'module.exports = function',
    files: {
      'svc.js': `module.exports = function () {};\n`,
      'a.js': `const save = require('./svc');\nsave(1);\nrequire('./svc')(2);\n[1].map(save);\n`,
    },
    uses: ['a.js:mention:save', 'a.js:call:save(1)', `a.js:call:require('./svc')(2)`, 'a.js:value:save'],
  },
  {
    name: 'module.exports = save',
    files: {
      'svc.js': `function save() {}\nmodule.exports = save;\n`,
      'a.js': `const put = require('./svc');\nput(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.js:mention:put', 'a.js:call:put(1)', 'svc.js:mention:save'],
  },
  {
    name: 'a default export, imported under another name',
    files: {
      'svc.mjs': `export default function save() {}\n`,
      'a.mjs': `import put from './svc.mjs';\nput(1);\n`,
    },
    fn: 'function save() {}',
    uses: ['a.mjs:mention:put', 'a.mjs:call:put(1)'],
  },
  {
    name: 'named imports, renamed and through a barrel',
    files: {
      'svc.ts': `export const save = () => {};\n`,
      'index.ts': `export * from './svc';\nexport { save as store } from './svc';\n`,
      'a.ts': `import { save as put, store } from './index';\nput();\nstore();\n`,
    },
    fn: '() => {}',
    uses: [
      'a.ts:mention:save',
      'a.ts:mention:store',
      'a.ts:call:put()',
      'a.ts:call:store()',
      'index.ts:mention:save',
    ],
  },
  {
    name: 'a namespace import, and import()',
    files: {
      'svc.ts': `export function save() {}\n`,
      'a.ts': `import * as svc from './svc';\nsvc.save();\nexport async function f() {\n  const { save } = await import('./svc');\n  save();\n}\n`,
    },
    fn: 'function save() {}',
    uses: ['a.ts:call:svc.save()', 'a.ts:mention:save', 'a.ts:call:save()'],
  },
  {
    name: 'a module that is passed on',
    files: {
      'svc.js': `exports.save = function () {};\n`,
      'a.js': `const svc = require('./svc');\nuse(svc);\nfunction use(x) { x.save(); }\n`,
    },
    uses: 'unknown',
  },
  {
    name: 'a module whose members are picked by a variable',
    files: {
      'svc.js': `exports.save = function () {};\n`,
      'a.js': `const svc = require('./svc');\nsvc[process.argv[2]]();\n`,
    },
    uses: 'unknown',
  },
  {
    name: 'a module that is spread into another',
    files: {
      'svc.js': `exports.save = function () {};\n`,
      'a.js': `module.exports = { ...require('./svc') };\n`,
    },
    uses: 'unknown',
  },
  {
    name: 'a CommonJS barrel that passes the module on whole',
    files: {
      'svc.js': `exports.save = function () {};\n`,
      'index.js': `module.exports = require('./svc');\n`,
      'a.js': `const svc = require('./index');\nsvc.save(1);\n`,
    },
    uses: ['a.js:call:svc.save(1)'],
  },
  {
    name: 'a function of a file, shadowed in a function',
    files: {
      'svc.js': `exports.save = function () { go(); };\nfunction go() {}\nfunction other(go) { go(); }\nother(1);\n`,
    },
    fn: 'function go() {}',
    uses: ['svc.js:call:go()'],
  },
  {
    name: 'a function passed where it stands',
    files: { 'svc.js': `[1].forEach(function () {});\n` },
    uses: ['svc.js:value:function () {}'],
  },
  {
    name: 'a function called where it stands',
    files: { 'svc.js': `(function () {})();\n` },
    uses: ['svc.js:call:(function () {})()'],
  },
  {
    name: 'new, and an alias in a variable',
    files: {
      'svc.js': `function Store() {}\nnew Store();\nconst Copy = Store;\nnew Copy();\n`,
    },
    fn: 'function Store() {}',
    uses: ['svc.js:construct:new Store()', 'svc.js:mention:Store', 'svc.js:construct:new Copy()'],
  },
  {
    name: 'names in comments, strings and types',
    files: {
      'svc.ts': `export function save() {}\n// save()\nconst text = 'save()';\ntype Save = typeof save;\n`,
    },
    fn: 'function save() {}',
    uses: ['svc.ts:mention:save'],
  },
];

export function describeUsage(create: CreateEngine): void {
  describe('usageOf', () => {
    it.each(modules)('$name', async ({ files, fn = 'function () {}', uses }) => {
      await using space = await createWorkspace(create, files);
      const [file = ''] = Object.keys(files).filter((name) => name.startsWith('svc'));
      const found = usage(space, file, fn);
      expect(found === 'unknown' ? found : [...found].sort()).toEqual(
        uses === 'unknown' ? uses : [...uses].sort(),
      );
    });

    it('finds calls through a class, its heirs and the interfaces of the project', async () => {
      await using space = await createWorkspace(create, {
        'repo.ts': `export interface Repo { save(): void }
export class Base { save(): void {} }
export class Sql extends Base implements Repo { override save(): void { super.save(); } }
`,
        'a.ts': `import { Repo, Sql } from './repo';
export function f(repo: Repo, sql: Sql) { repo.save(); sql.save(); }
`,
      });
      const answer = space.oracle.usageOf(space.range('repo.ts', 'override save(): void { super.save(); }'));
      if (answer.is !== 'yes') throw new Error('unknown');
      expect(answer.value.references.map((reference) => space.text(reference)).sort()).toEqual([
        'repo.save()',
        'sql.save()',
        'super.save()',
      ]);
      expect(answer.value.related.map((related) => space.text(related)).sort()).toEqual([
        'save(): void',
        'save(): void {}',
      ]);
      expect(answer.value.externalContract).toBeUndefined();
    });

    it('does not know the users of a method that a value of unknown type may have', async () => {
      await using space = await createWorkspace(create, {
        'repo.js': `class Repo { save() {} }\nmodule.exports = Repo;\n`,
        'a.js': `exports.f = function (repo) { repo.save(); };\n`,
        'main.js': `const Repo = require('./repo');\nrequire('./a').f(new Repo());\n`,
      });
      expect(usage(space, 'repo.js', 'save() {}')).toBe('unknown');
    });

    it('leaves files out that no import connects with the method', async () => {
      await using space = await createWorkspace(create, {
        'repo.js': `class Repo { save() {} }\nnew Repo().save();\n`,
        'other.js': `exports.f = function (repo) { repo.save(); };\n`,
      });
      expect(usage(space, 'repo.js', 'save() {}')).toEqual(['repo.js:call:new Repo().save()']);
    });

    it.each([
      ['a module of its package is loaded under a name nobody can read', "require('./' + name)"],
      ['its module is named to a loader', "proxyquire('./repo', {})"],
    ])('does not know the users of a method where %s', async (_, load) => {
      await using space = await createWorkspace(create, {
        'repo.js': `exports.Repo = class { save() {} };\n`,
        'main.js': `exports.f = function (name) { const { Repo } = ${load}; new Repo().save(); };\n`,
      });
      expect(usage(space, 'repo.js', 'save() {}')).toBe('unknown');
    });

    it.each([
      ['an object', 'const routes = { save: function () {} };', 'routes'],
      [
        'an object in TypeScript',
        'const routes = { save: function (): void {} };',
        '(routes as any as typeof routes)',
      ],
      ['a class', 'class Router { save() {} }', 'new Router()'],
    ])(
      'does not know the users of a member of %s that is taken by a computed name',
      async (_, code, value) => {
        const file = value.includes('any') ? 'a.ts' : 'a.js';
        await using space = await createWorkspace(create, {
          [file]: `${code}\n${value}.save();\nexports.f = (name) => ${value}[name]();\n`,
        });
        const fn = /function \(\).*\{\}|save\(\) \{\}/.exec(code)?.[0] ?? '';
        expect(usage(space, file, fn)).toBe('unknown');
      },
    );

    it.each([
      ['is the module', 'module.exports = save;'],
      ['is the default export', 'export default save;'],
    ])(
      'does not know who calls a function that %s, where modules are loaded under names nobody can read',
      async (_, line) => {
        await using space = await createWorkspace(create, {
          'save.js': `function save() {}\n${line}\n`,
          'main.js': `const load = (name) => require('./' + name);\nexports.f = (name) => load(name)();\n`,
        });
        expect(usage(space, 'save.js', 'function save() {}')).toBe('unknown');
      },
    );

    it('leaves out what loads the modules of another package under names nobody can read', async () => {
      await using space = await createWorkspace(create, {
        'package.json': '{ "name": "tools" }',
        'tools.js': `exports.f = function (name) { require('./' + name).save(); };\n`,
        'service/package.json': '{ "name": "service" }',
        'service/repo.js': `class Repo { save() {} }\nexports.repo = () => new Repo().save();\n`,
      });
      expect(usage(space, 'service/repo.js', 'save() {}')).toEqual([
        'service/repo.js:call:new Repo().save()',
      ]);
    });

    it("finds calls through the package's main module", async () => {
      await using space = await createWorkspace(create, {
        'package.json': '{ "name": "svc", "main": "lib/svc.js" }',
        'lib/svc.js': `exports.save = function () {};\n`,
        'test/a.js': `const svc = require('..');\nsvc.save();\n`,
      });
      expect(usage(space, 'lib/svc.js', 'function () {}')).toEqual(['test/a.js:call:svc.save()']);
    });

    it('names the contract of another package that a method fulfils', async () => {
      await using space = await createWorkspace(create, {
        'a.ts': `import { Writable } from 'stream';
export class Sink extends Writable { override _final(done: () => void): void { done(); } }
`,
      });
      const answer = space.oracle.usageOf(
        space.range('a.ts', 'override _final(done: () => void): void { done(); }'),
      );
      expect(answer.is === 'yes' && answer.value.externalContract).toBe('Writable#_final');
    });

    it('names the type of another package that a function is declared to have', async () => {
      await using space = await createWorkspace(create, {
        'a.ts': `import type { Handler } from 'aws-lambda';
export const handler: Handler = (event, context, callback) => { callback(null, 1); };
`,
      });
      const answer = space.oracle.usageOf(
        space.range('a.ts', '(event, context, callback) => { callback(null, 1); }'),
      );
      expect(answer.is === 'yes' && answer.value.externalContract).toBe('Handler');
    });

    it('follows a rewritten text', async () => {
      await using space = await createWorkspace(create, {
        'svc.js': `exports.save = function () {};\n`,
        'a.js': `const svc = require('./svc');\n`,
      });
      expect(usage(space, 'svc.js', 'function () {}')).toEqual([]);
      space.update('a.js', `const svc = require('./svc');\nsvc.save();\n`);
      expect(usage(space, 'svc.js', 'function () {}')).toEqual(['a.js:call:svc.save()']);
    });
  });
}
