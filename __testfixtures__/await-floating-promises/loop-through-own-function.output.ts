import { writeFile } from 'node:fs/promises';

async function save(name: string): Promise<void> {
  await writeFile(`/tmp/${name}`, JSON.stringify({ name }));
}

export async function all(names: string[]): Promise<void> {
  const pending = [];
  for (const name of names) pending.push(save(name));
  await Promise.all(pending);
  const pending2 = [];
  for (let index = 0; index < names.length; index += 1) {
    pending2.push(save(String(index)));
  }
  await Promise.all(pending2);
}
