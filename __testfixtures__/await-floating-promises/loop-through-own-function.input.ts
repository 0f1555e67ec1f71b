import { writeFile } from 'node:fs/promises';

async function save(name: string): Promise<void> {
  await writeFile(`/tmp/${name}`, JSON.stringify({ name }));
}

export async function all(names: string[]): Promise<void> {
  for (const name of names) save(name);
  for (let index = 0; index < names.length; index += 1) {
    save(String(index));
  }
}
