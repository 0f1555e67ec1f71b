import { writeFile } from 'node:fs/promises';

export async function first(names: string[]): Promise<string | undefined> {
  for (const name of names) {
    if (name.startsWith('x')) return name;
    writeFile(name, '');
  }
  return undefined;
}
