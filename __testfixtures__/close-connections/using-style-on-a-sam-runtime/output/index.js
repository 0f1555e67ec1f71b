import { open } from 'node:fs/promises';

export const handler = async (event) => {
  await using handle = await open(event.path);
  const { size } = await handle.stat();
  return size;
};
