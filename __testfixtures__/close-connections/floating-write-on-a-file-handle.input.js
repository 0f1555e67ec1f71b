import { open } from 'node:fs/promises';

export const handler = async (event) => {
  const handle = await open(event.path, 'a');
  handle.write(event.line);
  const { size } = await handle.stat();
  return size;
};
