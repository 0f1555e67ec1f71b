import { readFile, writeFile } from 'node:fs';
import path from 'node:path';

export const copy = async (from, folder) => {
  readFile(from, (error, bytes) => {
    if (error) {
      throw error;
    }
    writeFile(path.join(folder, path.basename(from)), bytes, (error) => {
      if (error) throw error;
      console.log('copied');
    });
  });
};
