import { writeFile } from 'node:fs/promises';

export async function all(names: string[]): Promise<void> {
  for (const name of names) {
    await writeFile(name, '');
    await writeFile(`${name}.bak`, '');
  }
}
