import { readFileSync, statSync } from 'node:fs';

const MAX_BYTES = 1024 * 1024;

/**
 * Reads a file whose name comes from a project's own configuration, and may therefore be `/dev/zero`.
 *
 * @throws Error when it can't be read, is no regular file, or is larger than 1 MiB.
 */
export function readSmallFile(file: string): string {
  const stats = statSync(file);
  if (!stats.isFile() || stats.size > MAX_BYTES)
    throw new Error(`${file} is no regular file of at most 1 MiB`);
  return readFileSync(file, 'utf8');
}
