import * as zlib from 'zlib';
import crypto from 'crypto';

export async function pack(text) {
  zlib.gzip(text, (err, packed) => {
    if (err) throw err;
    crypto.randomBytes(8, (err, id) => {
      if (err) throw err;
      console.log(id.toString('hex'), packed.length);
    });
  });
}
