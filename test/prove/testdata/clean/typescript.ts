import { setTimeout as sleep } from 'node:timers/promises';

enum Size {
  Small = 1,
}

export const handler = async (): Promise<number> => {
  await sleep(5);
  return Size.Small;
};
