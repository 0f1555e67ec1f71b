import type { BigIntStats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import type { Collection } from './collection.js';
import { hasGeneratedHeader, isMinified } from './generated-code.js';
import { mapWithLimit } from './map-with-limit.js';
import { decodeSource, type SourceText } from './source-text.js';

const READS_AT_ONCE = 32;

interface Candidate {
  readonly file: string;
  readonly stats: BigIntStats;
}

/**
 * Reads the collected files. What their content leaves out, and a second name of the same file, becomes a skip; what
 * can't be read becomes an error.
 *
 * @returns the texts by file name, in the order of code units.
 */
export async function readSources(collection: Collection, maxBytes: number): Promise<SourceText[]> {
  const found = await mapWithLimit(collection.files(), READS_AT_ONCE, (file) => examine(file, collection));
  const candidates = withoutDuplicates(
    found.filter((candidate) => candidate !== undefined),
    collection,
  );
  const readable = candidates.filter((candidate) => !isTooLarge(candidate, maxBytes, collection));
  const sources = await mapWithLimit(readable, READS_AT_ONCE, ({ file }) => readSource(file, collection));
  return sources.filter((source) => source !== undefined);
}

async function examine(file: string, collection: Collection): Promise<Candidate | undefined> {
  try {
    return { file, stats: await lstat(file, { bigint: true }) };
  } catch (error) {
    collection.fail(file, 'unreadable', error);
    return undefined;
  }
}

function withoutDuplicates(candidates: readonly Candidate[], collection: Collection): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ file, stats }) => {
    const identity = `${stats.dev}:${stats.ino}`;
    const isDuplicate = seen.has(identity);
    if (isDuplicate) collection.skip(file, 'duplicate');
    seen.add(identity);
    return !isDuplicate;
  });
}

function isTooLarge({ file, stats }: Candidate, maxBytes: number, collection: Collection): boolean {
  if (stats.size <= BigInt(maxBytes) || collection.disregards('too-large')) return false;
  collection.skip(file, 'too-large', false, `${stats.size} bytes, more than ${maxBytes}`);
  return true;
}

async function readSource(file: string, collection: Collection): Promise<SourceText | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    collection.fail(file, 'unreadable', error);
    return undefined;
  }
  return acceptSource(file, bytes, collection);
}

/** The text of a file, unless its bytes or its text keep it out. */
export function acceptSource(file: string, bytes: Buffer, collection: Collection): SourceText | undefined {
  const decoded = decodeSource(file, bytes);
  if ('source' in decoded) return keepUnlessMade(decoded.source, collection);
  const { reason, detail } = decoded.undecodable;
  if (reason === 'binary') collection.skip(file, 'binary', false, detail);
  else collection.fail(file, reason, detail);
  return undefined;
}

/** Text that a tool made and will make again is left alone. */
function keepUnlessMade(source: SourceText, collection: Collection): SourceText | undefined {
  const reason = findMaker(source.text);
  if (!reason || collection.disregards(reason)) return source;
  collection.skip(source.file, reason);
  return undefined;
}

function findMaker(text: string): 'generated' | 'minified' | undefined {
  if (hasGeneratedHeader(text)) return 'generated';
  return isMinified(text) ? 'minified' : undefined;
}
