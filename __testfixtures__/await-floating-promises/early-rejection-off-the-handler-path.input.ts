import { readFile } from 'node:fs/promises';

export async function sizes(paths: string[]): Promise<number[]> {
  const texts = await Promise.all(paths.map((path) => readFile(path)));
  return texts.map((text) => text.length);
}
