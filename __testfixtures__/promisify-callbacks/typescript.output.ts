import { readFile } from 'node:fs';
import { promisify } from 'node:util';

const readFileAsync = promisify(readFile);

export async function print(path: string): Promise<void> {
  const text = await readFileAsync(path, 'utf8');
  console.log(text.length);
}
