import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is the folder itself or something in it. Compares names only; resolve symbolic links before. */
export function isSameOrInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The way from a folder to a path in it, with `/` on every system; `''` for the folder itself. */
export function toSlashPath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
