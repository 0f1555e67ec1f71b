import { writeFile } from 'node:fs/promises';

let written = 0;

async function save(name: string): Promise<void> {
  written += 1;
  await writeFile(`${name}.${written}`, '');
}

export async function all(names: string[]): Promise<number> {
  for (const name of names) save(name);
  return written;
}
