import { promisify } from 'node:util';

const setTimeoutAsync = promisify(setTimeout);

export const handler = async (event) => {
  await setTimeoutAsync(15);
  console.log('late', event.n);
  return { statusCode: 200, body: JSON.stringify({ n: event.n }) };
};
