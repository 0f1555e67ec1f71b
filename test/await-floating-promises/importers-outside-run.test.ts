import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import transform from '../../transforms/await-floating-promises/index.js';

const FILES = {
  'package.json': '{ "name": "orders" }',
  'src/store.js': `const { appendFile } = require('fs/promises');
exports.save = (order) => {
  appendFile('/tmp/orders', order);
};
`,
  'src/service.js': `const store = require('./store');
exports.place = (order) => {
  store.save(order);
};
`,
  'scripts/import.js': `const { save } = require('../src/store.js');
save('imported');
`,
};

async function rewriteStore(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  await using project = await createFixture({ ...files });
  return await transform({ path: project.getPath('src/store.js'), source: FILES['src/store.js'] });
}

test('under jscodeshift, a function whose callers are in other files stays as it is', async () => {
  expect(await rewriteStore(FILES)).toBeUndefined();
});

test('files that import something else do not matter', async () => {
  const files = {
    'package.json': FILES['package.json'],
    'src/store.js': FILES['src/store.js'],
    'scripts/import.js': `require('./other-store');\n`,
  };
  expect(await rewriteStore(files)).toContain('await appendFile');
});
