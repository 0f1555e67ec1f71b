import { readFile } from 'node:fs';

export async function print(path: string): Promise<void> {
  readFile(path, 'utf8', (err: NodeJS.ErrnoException | null, text: string) => {
    if (err) throw err;
    console.log(text.length);
  });
}
