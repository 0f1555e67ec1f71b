import { test } from 'node:test';

test('the store', async (t) => {
  t.test('stores', async () => {
    await Promise.resolve();
  });
});
