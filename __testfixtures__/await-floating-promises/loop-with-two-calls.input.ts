import { writeFile } from 'node:fs/promises';

export async function all(names: string[]): Promise<void> {
  for (const name of names) {
    writeFile(name, '');
    writeFile(`${name}.bak`, '');
  }
}
