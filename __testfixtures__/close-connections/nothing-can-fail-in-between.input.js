import { open } from 'node:fs/promises';

export const touch = async (path) => {
  const handle = await open(path, 'a');
  await handle.close();
};
