import { open } from 'node:fs/promises';

export const handler = async (event: { path: string }) => {
  const handle = await open(event.path);
  try {
    const { size } = await handle.stat();
    return size;
  } finally {
    await handle.close();
  }
};
