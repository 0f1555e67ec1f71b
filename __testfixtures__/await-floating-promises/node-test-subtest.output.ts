import { test } from 'node:test';

test('the store', async (t) => {
  await t.test('stores', async () => {
    await Promise.resolve();
  });
});
