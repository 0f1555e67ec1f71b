import process from 'node:process';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';

export const handler = async (event) => {
  await setTimeoutAsync(10);
  console.log(process.pid > 0);
  return 'OK';
};
