import { writeFile } from 'node:fs/promises';

export async function all(groups: string[][]): Promise<void> {
  for (const names of groups) {
    for (const name of names) {
      writeFile(name, '');
    }
  }
}
