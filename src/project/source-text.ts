import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

const BOM = '\uFEFF';

/** One file as it was read. Line ends, shebang and a missing final newline are part of `text`, as they are on disk. */
export interface SourceText {
  /** Absolute, without symbolic links. */
  readonly file: string;
  /** The decoded text without its byte order mark, so that offsets are those of Babel and of TypeScript. */
  readonly text: string;
  readonly hasBom: boolean;
  /** SHA-256 of the bytes on disk: tells whether somebody changed the file since. */
  readonly hash: string;
}

/** Why bytes aren't a text that can be rewritten without loss. */
export interface Undecodable {
  readonly reason: 'binary' | 'utf-16' | 'not-utf-8';
  readonly detail: string;
}

export type Decoded = { readonly source: SourceText } | { readonly undecodable: Undecodable };

/** Decodes strictly: bytes that aren't UTF-8 are never replaced by question marks and written back. */
export function decodeSource(file: string, bytes: Buffer): Decoded {
  const undecodable = findUndecodable(bytes);
  if (undecodable) return { undecodable };
  const decoded = bytes.toString('utf8');
  const hasBom = decoded.startsWith(BOM);
  return { source: { file, text: hasBom ? decoded.slice(1) : decoded, hasBom, hash: hashOf(bytes) } };
}

/** The bytes to write for a new text of this file: the inverse of {@link decodeSource}. */
export function encodeSource(source: Pick<SourceText, 'hasBom'>, text: string): Buffer {
  return Buffer.from(withBom(source, text));
}

/** The text with the file's byte order mark, if it has one: what a diff must show. */
export function withBom(source: Pick<SourceText, 'hasBom'>, text: string): string {
  return source.hasBom ? BOM + text : text;
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function findUndecodable(bytes: Buffer): Undecodable | undefined {
  if (hasUtf16Mark(bytes)) return { reason: 'utf-16', detail: 'UTF-16, not UTF-8' };
  if (bytes.includes(0)) return { reason: 'binary', detail: 'contains a NUL byte' };
  if (!isUtf8(bytes)) return { reason: 'not-utf-8', detail: describeFirstBadByte(bytes) };
  return undefined;
}

function hasUtf16Mark(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function describeFirstBadByte(bytes: Buffer): string {
  const at = findFirstDifference(bytes, Buffer.from(bytes.toString('utf8')));
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
  return `not UTF-8: byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase()} in line ${line}`;
}

function findFirstDifference(left: Buffer, right: Buffer): number {
  const index = left.findIndex((byte, position) => byte !== right[position]);
  return index === -1 ? left.length : index;
}
