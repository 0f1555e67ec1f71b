import { readFile } from 'fs';

export const handler = async (event, context) => {
  const [err, text] = await new Promise((resolve) => {
    readFile(event.file, 'utf8', (...results) => resolve(results));
  });
  if (err) throw new Error('unreadable');
  return text.length > 0;
};
