import { relative, resolve } from 'node:path';
import type { FormatOptions } from './formats.js';

/** A finding's path as services that know the repository want it, with forward slashes. */
export function pathInRepository(file: string, { cwd, root }: FormatOptions): string {
  return relative(root, resolve(cwd, file)).replaceAll('\\', '/');
}
