import { readFile } from 'node:fs/promises';
import { fs } from './mine.js';

export const handler = async (event) => {
  const conn = await fs.open(event.path);
  return conn ?? readFile(event.path);
};
