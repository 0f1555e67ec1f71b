import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CollectedFiles, collectFiles, type CollectOptions } from '../../src/project/collect-files.js';
import { collectStdin } from '../../src/project/collect-stdin.js';
import { type Contents, git, makeFolder, makeRepository, writeAll } from './temporary-project.js';

interface Summary {
  readonly files: string[];
  readonly skipped: Record<string, string>;
  readonly errors: Record<string, string>;
}

function summarize(folder: string, { files, skipped, errors }: CollectedFiles): Summary {
  function name(file: string): string {
    return file.startsWith(folder) ? relative(folder, file) + (file.endsWith('/') ? '/' : '') : file;
  }
  return {
    files: files.map(({ file }) => name(file)),
    skipped: Object.fromEntries(skipped.map(({ file, reason }) => [name(file), reason])),
    errors: Object.fromEntries(errors.map(({ file, code }) => [name(file), code])),
  };
}

async function collectIn(
  folder: string,
  patterns: readonly string[] = ['.'],
  options: Partial<CollectOptions> = {},
): Promise<Summary> {
  return summarize(folder, await collectFiles({ cwd: folder, patterns, ...options }));
}

async function collectFrom(
  contents: Contents,
  patterns?: readonly string[],
  options?: Partial<CollectOptions>,
): Promise<Summary> {
  return collectIn(await makeFolder(contents), patterns, options);
}

/** Root may read everything; a test about rights needs somebody who may not. */
async function withoutRootRights<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  const nobody = 65_534;
  execFileSync('chown', ['-R', String(nobody), folder]);
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('what is taken', () => {
  it('is JavaScript and TypeScript in all their spellings, in the order of the names', async () => {
    const taken = [
      '.hidden/a.js',
      'a.cjs',
      'a.cts',
      'a.js',
      'a.jsx',
      'a.mjs',
      'a.mts',
      'a.ts',
      'a.tsx',
      'b/a.js',
    ];
    const others = ['a.css', 'a.json', 'a.mjsx', 'a.jsm', 'js', 'a.js.map', 'Makefile', 'a.vue'];
    const contents = Object.fromEntries([...taken, ...others].reverse().map((name) => [name, '']));
    expect(await collectFrom(contents)).toEqual({ files: taken, skipped: {}, errors: {} });
  });

  it('is what files, folders and globs name, each once', async () => {
    const contents = {
      'a/x.js': '',
      'a/y.ts': '',
      'b/x.js': '',
      'b/c/x.js': '',
      'pages/[id].js': '',
      'c d.js': '',
    };
    const { files } = await collectFrom(contents, [
      'a',
      'a/x.js',
      './b/**/*.js',
      'pages/[id].js',
      '{c d,none}.js',
    ]);
    expect(files).toEqual(['a/x.js', 'a/y.ts', 'b/c/x.js', 'b/x.js', 'c d.js', 'pages/[id].js']);
  });

  it('is found from any folder, above and beside it too', async () => {
    const root = await makeRepository({ 'a/x.js': '', 'b/y.js': '', 'b/z.js': '' });
    const cwd = join(root, 'a');
    const collected = await collectFiles({ cwd, patterns: ['..', '../b/*.js', join(root, 'b/y.js')] });
    expect(collected.root).toBe(root);
    expect(summarize(root, collected).files).toEqual(['a/x.js', 'b/y.js', 'b/z.js']);
  });

  it('is read with its bytes accounted for', async () => {
    const folder = await makeFolder({ 'a.js': '\uFEFFa\r\n' });
    const { files } = await collectFiles({ cwd: folder, patterns: ['.'] });
    expect(files).toMatchObject([{ file: join(folder, 'a.js'), text: 'a\r\n', hasBom: true }]);
  });

  it('does not depend on the order in which patterns are given', async () => {
    const folder = await makeFolder({
      'a.js': '',
      'dist/a.js': '',
      '.gitignore': 'dist',
      'b/a.d.ts': '',
      'b/c.js': '',
    });
    const patterns = ['dist', 'b', '.', '*.js'];
    expect(await collectIn(folder, patterns)).toEqual(await collectIn(folder, patterns.toReversed()));
  });

  it('can be limited to certain files, and then a pattern may match nothing', async () => {
    const folder = await makeFolder({ 'a.js': '', 'b.js': '', 'src/c.js': '', 'src/d.d.ts': '' });
    const only = new Set([join(folder, 'a.js'), join(folder, 'src/d.d.ts'), '/elsewhere.js']);
    expect(await collectIn(folder, ['.', 'lib'], { only })).toEqual({
      files: ['a.js'],
      skipped: { 'src/d.d.ts': 'declaration' },
      errors: {},
    });
  });
});

describe('what is skipped', () => {
  it('has a reason each', async () => {
    const summary = await collectFrom({
      'a.js': '',
      'node_modules/a/index.js': '',
      'src/node_modules/b.js': '',
      'a.d.ts': '',
      'a.d.mts': '',
      'jquery.min.js': '',
      'packed.js': `x=${'1+'.repeat(6000)}1`,
      'made.ts': '#!/usr/bin/env node\n/* eslint-disable */\n// @generated by a tool\nx',
      'made-by-protoc.js': '// Code generated by protoc. DO NOT EDIT.\n',
      'mentions.js': 'x; // @generated\n/* not@generated */',
      'large.js': 'x\n'.repeat(600_000),
      'data.ts': Buffer.from('G\0@data'),
      '.git/hooks/a.js': '',
      'cdk.out/asset/a.js': '',
      '.serverless/a.js': '',
    });
    expect(summary).toEqual({
      files: ['a.js', 'mentions.js'],
      skipped: {
        '.serverless/': 'build-output',
        'a.d.mts': 'declaration',
        'a.d.ts': 'declaration',
        'cdk.out/': 'build-output',
        'data.ts': 'binary',
        'jquery.min.js': 'minified',
        'large.js': 'too-large',
        'made-by-protoc.js': 'generated',
        'made.ts': 'generated',
        'node_modules/': 'node_modules',
        'packed.js': 'minified',
        'src/node_modules/': 'node_modules',
      },
      errors: {},
    });
  });

  it('can be taken after all, reason by reason', async () => {
    const contents = {
      'node_modules/a.js': '',
      'a.min.js': '',
      'b.js': '// @generated',
      'c.js': 'x\n'.repeat(600_000),
    };
    const disregard = ['node_modules', 'minified', 'generated', 'too-large'] as const;
    const { files, skipped } = await collectFrom(contents, ['.'], { disregard });
    expect(files).toEqual(['a.min.js', 'b.js', 'c.js', 'node_modules/a.js']);
    expect(skipped).toEqual({});
  });

  it('follows .gitignore files from the top of the repository down, and .git/info/exclude', async () => {
    const root = await makeRepository({
      '.gitignore': 'ignored\n*.gen.js\n!keep.gen.js\n/top.js\n',
      '.git/info/exclude': 'private.js\n',
      'packages/.gitignore': 'local.js\n!a.gen.js\n',
      'packages/a/x.js': '',
      'packages/a/ignored/x.js': '',
      'packages/a/a.gen.js': '',
      'packages/a/b.gen.js': '',
      'packages/a/keep.gen.js': '',
      'packages/a/local.js': '',
      'packages/a/private.js': '',
      'packages/a/top.js': '',
    });
    await writeAll(root, { '.git/info/exclude': 'private.js\n' });
    for (const cwd of [root, join(root, 'packages'), join(root, 'packages/a')]) {
      const summary = summarize(root, await collectFiles({ cwd, patterns: ['.'] }));
      expect(summary).toEqual({
        files: ['packages/a/a.gen.js', 'packages/a/keep.gen.js', 'packages/a/top.js', 'packages/a/x.js'],
        skipped: {
          'packages/a/b.gen.js': 'gitignored',
          'packages/a/ignored/': 'gitignored',
          'packages/a/local.js': 'gitignored',
          'packages/a/private.js': 'gitignored',
        },
        errors: {},
      });
    }
  });

  it('does not follow the .gitignore of a repository around a repository', async () => {
    const root = await makeRepository({ '.gitignore': 'x.js', 'a.js': '' });
    await writeAll(root, { 'inner/x.js': '', 'inner/y.js': '', 'inner/.gitignore': 'y.js' });
    git(join(root, 'inner'), 'init', '-q');
    expect((await collectIn(root)).files).toEqual(['a.js', 'inner/x.js']);
  });

  it('follows .leakfixignore and --ignore', async () => {
    const folder = await makeFolder({
      '.leakfixignore': 'vendor/',
      'vendor/a.js': '',
      'src/a.test.js': '',
      'src/a.js': '',
      'src/old/a.js': '',
      'src/old/b.js': '',
    });
    const options = { ignore: ['*.test.js', 'src/old/{a,z}.js'] };
    expect(await collectIn(folder, ['.', '!src/old/b*'], options)).toEqual({
      files: ['src/a.js'],
      skipped: {
        'src/a.test.js': 'ignore-option',
        'src/old/a.js': 'ignore-option',
        'src/old/b.js': 'ignore-option',
        'vendor/': 'leakfixignored',
      },
      errors: {},
    });
    const fromInside = await collectFiles({
      cwd: join(folder, 'src'),
      patterns: ['../src'],
      ignore: ['./old'],
    });
    expect(summarize(folder, fromInside).files).toEqual(['src/a.js', 'src/a.test.js']);
  });

  it('follows the output folder of a tsconfig, however broken other tsconfigs are', async () => {
    const summary = await collectFrom({
      'tsconfig.json': '{ // comment\n "compilerOptions": { "outDir": "./lib/", }, }',
      'lib/a.js': '',
      'src/a.ts': '',
      'src/lib/a.ts': '',
      'one/tsconfig.build.json': '{ "compilerOptions": { "outDir": "../built/one" } }',
      'built/one/a.js': '',
      'built/two/a.js': '',
      'in-place/tsconfig.json': '{ "compilerOptions": { "outDir": ".." } }',
      'same/tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "src" } }',
      'same/src/a.ts': '',
      'checked/tsconfig.json': '{ "compilerOptions": { "outDir": "src", "noEmit": true } }',
      'checked/src/a.ts': '',
      'broken/tsconfig.json': '{ "compilerOptions": 7 ',
      'broken/a.ts': '',
    });
    expect(summary.skipped).toEqual({ 'built/one/': 'build-output', 'lib/': 'build-output' });
    expect(summary.files).toEqual([
      'broken/a.ts',
      'built/two/a.js',
      'checked/src/a.ts',
      'same/src/a.ts',
      'src/a.ts',
      'src/lib/a.ts',
    ]);
  });

  it('gives way to a name, where only .gitignore or outDir stand against it', async () => {
    const folder = await makeFolder({
      '.gitignore': 'dist\nprivate.js',
      '.leakfixignore': 'old.js',
      'tsconfig.json': '{ "compilerOptions": { "outDir": "out" } }',
      'dist/a.js': '',
      'out/a.js': '',
      'private.js': '',
      'old.js': '',
      'a.min.js': '',
      'a.js': '',
    });
    const named = ['dist', 'out', 'private.js', 'old.js', 'a.min.js'];
    expect(await collectIn(folder, named)).toEqual({
      files: ['dist/a.js', 'out/a.js', 'private.js'],
      skipped: { 'a.min.js': 'minified', 'old.js': 'leakfixignored' },
      errors: {},
    });
    expect((await collectIn(folder, ['dist/*.js', 'a.js'])).errors).toEqual({
      'dist/*.js': 'everything-skipped',
    });
  });
});

describe('links', () => {
  it('are not followed in the tree: to a file, to a folder, out of the root, in a circle', async () => {
    const outside = await makeFolder({ 'secret.js': 'secret', 'folder/secret.js': 'secret' });
    const folder = await makeFolder({ 'a/x.js': '' });
    await symlink(join(outside, 'secret.js'), join(folder, 'file.js'));
    await symlink(join(outside, 'folder'), join(folder, 'folder'));
    await symlink('..', join(folder, 'a/loop'));
    await symlink('nowhere', join(folder, 'dangling.js'));
    await symlink('x.js', join(folder, 'a/same.js'));
    expect(await collectIn(folder)).toEqual({
      files: ['a/x.js'],
      skipped: {
        'a/loop': 'symlink',
        'a/same.js': 'symlink',
        'dangling.js': 'symlink',
        'file.js': 'symlink',
        folder: 'symlink',
      },
      errors: {},
    });
  });

  it('are an error when they are named, and so is a path through one that leads out', async () => {
    const outside = await makeFolder({ 'secret.js': 'secret', 'sub/secret.js': 'secret' });
    const folder = await makeRepository({ 'a.js': '' });
    await symlink(join(outside, 'secret.js'), join(folder, 'file.js'));
    await symlink(outside, join(folder, 'folder'));
    const named = ['a.js', 'file.js', 'folder', 'folder/secret.js', 'folder/sub', 'folder/sub/*.js'];
    expect(await collectIn(folder, named)).toEqual({
      files: ['a.js'],
      skipped: {},
      errors: {
        'file.js': 'symlink',
        folder: 'symlink',
        'folder/secret.js': 'outside-root',
        'folder/sub': 'outside-root',
      },
    });
  });

  it('inside the root are only another way to the same file', async () => {
    const folder = await makeFolder({ 'a/b/x.js': '' });
    await symlink('a', join(folder, 'link'));
    expect((await collectIn(folder, ['link/b/x.js', 'link/b', 'a'])).files).toEqual(['a/b/x.js']);
  });

  it('that are hard give one file, under the first of its names', async () => {
    const folder = await makeFolder({ 'b.js': '' });
    await link(join(folder, 'b.js'), join(folder, 'a.js'));
    expect(await collectIn(folder)).toMatchObject({ files: ['a.js'], skipped: { 'b.js': 'duplicate' } });
  });
});

describe('what is an error', () => {
  it('is a path or glob without a file, and a file that is no source', async () => {
    const contents = { 'a.js': '', 'empty/README.md': '', 'generated/x.d.ts': '' };
    const patterns = [
      'a.js',
      'none.js',
      'none/*.js',
      'empty',
      'empty/README.md',
      'a.js/b.js',
      'generated',
      '[a',
    ];
    expect(await collectFrom(contents, patterns)).toEqual({
      files: ['a.js'],
      skipped: { 'generated/x.d.ts': 'declaration' },
      errors: {
        '[a': 'bad-pattern',
        'a.js/b.js': 'no-match',
        empty: 'no-match',
        'empty/README.md': 'not-source',
        generated: 'everything-skipped',
        'none.js': 'no-match',
        'none/*.js': 'no-match',
      },
    });
  });

  it('is an encoding that is not UTF-8, and the other files are still read', async () => {
    const summary = await collectFrom({
      'a.js': '',
      'latin1.js': Buffer.from('// é', 'latin1'),
      'utf16.ts': Buffer.from('\uFEFFx', 'utf16le'),
    });
    expect(summary).toEqual({
      files: ['a.js'],
      skipped: {},
      errors: { 'latin1.js': 'not-utf-8', 'utf16.ts': 'utf-16' },
    });
  });

  it('is an --ignore that is no pattern', async () => {
    expect((await collectFrom({ 'a.js': '' }, ['.'], { ignore: ['[a'] })).errors).toEqual({
      '[a': 'bad-pattern',
    });
  });

  it('is a file or folder that may not be read', async () => {
    const folder = await makeFolder({ 'a.js': '', 'locked.js': '', 'locked/b.js': '' });
    await chmod(join(folder, 'locked.js'), 0);
    await chmod(join(folder, 'locked'), 0);
    const summary = await withoutRootRights(folder, () => collectIn(folder));
    await chmod(join(folder, 'locked'), 0o700);
    expect(summary).toEqual({
      files: ['a.js'],
      skipped: {},
      errors: { 'locked.js': 'unreadable', locked: 'unreadable' },
    });
  });
});

it('a named pipe with the name of a source file is not waited for', async () => {
  const folder = await makeFolder({ 'a.js': '' });
  execFileSync('mkfifo', [join(folder, 'pipe.js')]);
  expect(await collectIn(folder)).toMatchObject({ files: ['a.js'], skipped: { 'pipe.js': 'not-a-file' } });
  expect((await collectIn(folder, ['pipe.js'])).errors).toEqual({ 'pipe.js': 'unreadable' });
});

it('files and folders that vanish meanwhile stop nobody', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`d${index % 30}/f${index}.js`, '']),
  );
  const folder = await makeFolder(many);
  const collecting = collectIn(folder);
  await rm(join(folder, 'd7'), { recursive: true });
  await rename(join(folder, 'd8'), join(folder, 'd8-moved'));
  const { files, errors } = await collecting;
  expect(files.length).toBeGreaterThanOrEqual(280);
  expect(new Set(Object.values(errors)).size).toBeLessThanOrEqual(1);
});

it('code from stdin is taken like a file of that name, whatever lies there', async () => {
  const folder = await makeRepository({ 'src/a.js': 'on disk', '.leakfixignore': 'old', 'src/old/x.js': '' });
  async function collectAs(path: string, bytes = Buffer.from('\uFEFFx')): Promise<Summary> {
    return summarize(
      folder,
      await collectStdin({ cwd: join(folder, 'src'), path, bytes, ignore: ['*.test.js'] }),
    );
  }
  expect(await collectAs('a.js')).toEqual({ files: ['src/a.js'], skipped: {}, errors: {} });
  expect(await collectAs('new.ts')).toMatchObject({ files: ['src/new.ts'] });
  expect(await collectAs('old/y.js')).toMatchObject({ files: [], skipped: { 'src/old/': 'leakfixignored' } });
  expect(await collectAs('x.test.js')).toMatchObject({
    files: [],
    skipped: { 'src/x.test.js': 'ignore-option' },
  });
  expect(await collectAs('a.css')).toMatchObject({ files: [], errors: { 'src/a.css': 'not-source' } });
  expect(await collectAs('a.js', Buffer.from([0xe9]))).toMatchObject({ errors: { 'src/a.js': 'not-utf-8' } });
  const { files } = await collectStdin({ cwd: folder, path: 'src/a.js', bytes: Buffer.from('\uFEFFx') });
  expect(files).toMatchObject([{ text: 'x', hasBom: true }]);
});

it('the root is the repository; without one, the working directory or what the paths have in common', async () => {
  const repository = await makeRepository({ 'a/b/x.js': '' });
  const folder = await makeFolder({ 'one/x.js': '', 'two/x.js': '' });
  await mkdir(join(folder, 'empty'));
  async function rootOf(cwd: string, ...patterns: string[]): Promise<string> {
    return (await collectFiles({ cwd, patterns })).root;
  }
  expect(await rootOf(join(repository, 'a/b'), '.')).toBe(repository);
  expect(await rootOf(folder, join(repository, 'a'))).toBe(repository);
  expect(await rootOf(folder, 'one')).toBe(folder);
  expect(await rootOf(join(folder, 'empty'), '../one', '../two')).toBe(folder);
  expect(await rootOf(join(folder, 'empty'), '../one')).toBe(join(folder, 'one'));
});
