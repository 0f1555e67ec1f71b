import { writeFile } from 'node:fs/promises';

export async function all(names: string[], next: () => Promise<string>): Promise<void> {
  for (const name of names) {
    const text = await next();
    await writeFile(name, text);
  }
}
