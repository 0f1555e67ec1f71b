import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CollectedFiles } from './collect-files.js';
import { openCollection } from './open-collection.js';
import { collectRequest } from './path-request.js';
import { acceptSource } from './read-sources.js';

export interface StdinRequest {
  /** Absolute. */
  readonly cwd: string;
  /** What the code is to be taken for, from `cwd`. Need not exist. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Globs of `--ignore`. */
  readonly ignore?: readonly string[];
}

/**
 * The code that an editor hands over on stdin, for `--stdin-filepath`: one file, or none with the reason among the skips
 * or errors. The same rules hold as for a file that is named; what lies on the disk under that name is not read.
 */
export async function collectStdin({ cwd, path, bytes, ignore = [] }: StdinRequest): Promise<CollectedFiles> {
  const file = resolve(await realpath(cwd), path);
  const base = dirname(file);
  const { root, repository, collection, reader } = await openCollection(await realpath(cwd), [base], ignore);
  await collectRequest({ pattern: path, kind: 'file', path: file, base }, reader, collection);
  const sources = collection.files().map((taken) => acceptSource(taken, bytes, collection));
  const files = sources.filter((source) => source !== undefined);
  return { root, repository, files, skipped: collection.skipped(), errors: collection.errors() };
}
