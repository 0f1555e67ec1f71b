import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PackageJsonFinder } from '../../src/project/package-json.js';
import { makeFolder } from './temporary-project.js';

const DECLARED = JSON.stringify({ dependencies: { redis: '>=2', '@scope/store': 'latest' } });

const LOCKS: Readonly<Record<string, readonly [string, string]>> = {
  'package-lock.json of version 1': [
    'package-lock.json',
    JSON.stringify({ dependencies: { redis: { version: '3.1.2' }, '@scope/store': { version: '5.0.0' } } }),
  ],
  'package-lock.json of version 3': [
    'package-lock.json',
    JSON.stringify({
      packages: {
        'node_modules/redis': { version: '3.1.2' },
        'node_modules/@scope/store': { version: '5.0.0' },
        'node_modules/other/node_modules/redis': { version: '4.0.0' },
      },
    }),
  ],
  'yarn.lock': [
    'yarn.lock',
    'redis@>=2:\n  version "3.1.2"\n  resolved "x"\n\n"@scope/store@latest":\n  version "5.0.0"\n',
  ],
  'yarn.lock of later versions': [
    'yarn.lock',
    '"redis@npm:>=2":\n  version: 3.1.2\n\n"@scope/store@npm:latest":\n  version: 5.0.0\n',
  ],
  'pnpm-lock.yaml': [
    'pnpm-lock.yaml',
    "packages:\n\n  redis@3.1.2:\n    resolution: {}\n\n  '@scope/store@5.0.0':\n    resolution: {}\n",
  ],
  'pnpm-lock.yaml of version 5': [
    'pnpm-lock.yaml',
    'packages:\n\n  /redis/3.1.2:\n    dev: false\n\n  /@scope/store/5.0.0:\n    dev: false\n',
  ],
};

test.each(Object.entries(LOCKS))('the major of a dependency is that of %s', async (_, [name, text]) => {
  const folder = await makeFolder({ 'package.json': DECLARED, [name]: text });
  const finder = new PackageJsonFinder();
  expect(finder.majorOf(join(folder, 'index.js'), 'redis')).toBe(3);
  expect(finder.majorOf(join(folder, 'index.js'), '@scope/store')).toBe(5);
});

test('a lock file whose entries differ, or that is broken, leaves the declared range', async () => {
  const folder = await makeFolder({
    'package.json': DECLARED,
    'package-lock.json': '{',
    'yarn.lock': 'redis@>=2:\n  version "3.1.2"\n\nredis@^4:\n  version "4.0.0"\n',
  });
  const finder = new PackageJsonFinder();
  expect(finder.majorOf(join(folder, 'index.js'), 'redis')).toBe(2);
  expect(finder.majorOf(join(folder, 'index.js'), '@scope/store')).toBeUndefined();
});

test('the lock file of a workspace counts for its packages', async () => {
  const folder = await makeFolder({
    'package.json': '{}',
    'package-lock.json': JSON.stringify({ packages: { 'node_modules/redis': { version: '3.1.2' } } }),
    'packages/a/package.json': DECLARED,
  });
  expect(new PackageJsonFinder().majorOf(join(folder, 'packages/a/index.js'), 'redis')).toBe(3);
});
