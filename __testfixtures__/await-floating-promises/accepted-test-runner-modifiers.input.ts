import { describe, it, test } from 'node:test';

describe('a thing', () => {
  it('works', async () => {});
  it.skip('waits', async () => {});
  test.todo('grows');
});
