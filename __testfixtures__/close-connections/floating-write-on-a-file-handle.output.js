import { open } from 'node:fs/promises';

export const handler = async (event) => {
  const handle = await open(event.path, 'a');
  try {
    await handle.write(event.line);
    const { size } = await handle.stat();
    return size;
  } finally {
    await handle.close();
  }
};
