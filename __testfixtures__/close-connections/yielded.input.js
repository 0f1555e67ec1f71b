import { open } from 'node:fs/promises';

export async function* files(names) {
  for (const name of names) {
    const handle = await open(name);
    yield handle;
  }
}
