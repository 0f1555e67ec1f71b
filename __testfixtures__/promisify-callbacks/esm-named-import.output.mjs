import { readFile, writeFile } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const readFileAsync = promisify(readFile);
const writeFileAsync = promisify(writeFile);

export const copy = async (from, folder) => {
  const bytes = await readFileAsync(from);
  await writeFileAsync(path.join(folder, path.basename(from)), bytes);
  console.log('copied');
};
