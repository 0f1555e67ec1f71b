import type { Handler } from 'aws-lambda';

async function lookUp(n: number): Promise<number> {
  return n * 2;
}

export const handler: Handler<{ n: number }, string> = async (event) => {
  if (event.n > 1) setTimeout(() => { console.log('late' as string); }, 10);
  const found = await lookUp(event.n);
  return `found ${found}`;
};
