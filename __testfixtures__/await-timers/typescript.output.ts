import type { Handler } from 'aws-lambda';
import { promisify } from 'node:util';

const setTimeoutAsync = promisify(setTimeout);

async function lookUp(n: number): Promise<number> {
  return n * 2;
}

export const handler: Handler<{ n: number }, string> = async (event) => {
  let timer: Promise<unknown> | undefined;
  try {
    if (event.n > 1) timer = setTimeoutAsync(10).then(() => { console.log('late' as string); });
    const found = await lookUp(event.n);
    return `found ${found}`;
  } finally {
    await timer;
  }
};
