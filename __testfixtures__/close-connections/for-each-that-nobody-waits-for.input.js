import { open } from 'node:fs/promises';

export const handler = async (event) => {
  const handle = await open(event.path, 'a');
  event.lines.forEach(async (line) => {
    await handle.write(line);
  });
  return 'OK';
};
