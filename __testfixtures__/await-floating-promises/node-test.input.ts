import { describe, it, test } from 'node:test';

describe('the store', () => {
  it('stores', async () => {
    await Promise.resolve();
  });
});

test.skip('later', () => undefined);
test('now', async () => {
  await Promise.resolve();
});
