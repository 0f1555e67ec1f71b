import { open } from 'node:fs/promises';

export const handler = async (event) => {
  const handle = await open(event.path);
  const { size } = await handle.stat();
  await handle.close();
  return size;
};
