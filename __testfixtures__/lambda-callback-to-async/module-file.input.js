import { readFile } from 'fs';

export const handler = (event, context, callback) => {
  readFile(event.file, 'utf8', (err, text) => {
    if (err) return callback(new Error('unreadable'));
    callback(null, text.length > 0);
  });
};
