import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';

import { needsImportHooks } from '../../src/prove/container/needs-import-hooks.js';
import { prepareJob } from '../../src/prove/prepare-job.js';

type Files = Record<string, string>;

interface Replaced {
  overlay?: Files;
  modules?: Files;
}

describe('needsImportHooks', () => {
  it.each<[string, Files]>([
    [
      'a module that imports files by their names',
      { 'handler.mjs': `import './a.mjs';`, 'a.mjs': `import 'fs';` },
    ],
    [
      'modules that import each other',
      { 'handler.mjs': `import './a.mjs';`, 'a.mjs': `import './handler.mjs';` },
    ],
    ['a module that imports a file at run time', { 'handler.mjs': `await import('./a.mjs');`, 'a.mjs': '' }],
    ['CommonJS, where names need no extension', { 'handler.js': `require('./a');`, 'a.js': '' }],
  ])('is not so for %s', async (_name, files) => {
    expect(await isNeeded(files)).toBe(false);
  });

  it.each<[string, Files, Replaced?]>([
    ['a name without its extension', { 'handler.mjs': `import './a';`, 'a.mjs': '' }],
    ['a folder', { 'handler.mjs': `import './lib';`, 'lib/index.js': '' }],
    [
      'such a name further down',
      { 'handler.mjs': `import './a.mjs';`, 'a.mjs': `import './b';`, 'b.mjs': '' },
    ],
    ['an import of TypeScript', { 'handler.mjs': `import './a.ts';`, 'a.ts': '' }],
    ['TypeScript by its compiled name', { 'handler.mjs': `import './a.js';`, 'a.ts': '' }],
    ['a handler in TypeScript', { 'handler.mts': `import 'fs';` }],
    ['a name that is computed', { 'handler.mjs': `export const load = (name) => import(name);` }],
    ['such a name in CommonJS', { 'handler.js': 'exports.load = (name) => import(`./${name}`);' }],
    ['another text of a module', { 'handler.mjs': '', 'a.mjs': '' }, { overlay: { 'a.mjs': 'export {};' } }],
    ['a stand-in', { 'handler.mjs': `import 'sdk';` }, { modules: { sdk: '' } }],
  ])('is so for %s', async (_name, files, replaced) => {
    expect(await isNeeded(files, replaced)).toBe(true);
  });
});

/** The first of the files has the handler. */
async function isNeeded(files: Files, { overlay = {}, modules = {} }: Replaced = {}): Promise<boolean> {
  await using fixture = await createFixture(files);
  const { job, dispose } = await prepareJob({
    file: fixture.getPath(Object.keys(files)[0] ?? ''),
    exportName: 'handler',
    runtime: 'nodejs20.x',
    overlay: Object.fromEntries(Object.entries(overlay).map(([name, text]) => [fixture.getPath(name), text])),
    modules,
  });
  await dispose();
  return needsImportHooks(job);
}
