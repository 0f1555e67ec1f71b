import * as zlib from 'zlib';
import crypto from 'crypto';
import { promisify } from 'util';

const gzipAsync = promisify(zlib.gzip);
const randomBytesAsync = promisify(crypto.randomBytes);

export async function pack(text) {
  const packed = await gzipAsync(text);
  const id = await randomBytesAsync(8);
  console.log(id.toString('hex'), packed.length);
}
