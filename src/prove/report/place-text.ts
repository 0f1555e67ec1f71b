import path from 'node:path';

import type { Frame } from '../observation.js';

/** `src/a.js:3:5 name`, relative to the project. */
export function placeText({ file, line, column, name }: Frame, root: string): string {
  const relative = path.relative(root, file);
  return `${relative.startsWith('..') ? file : relative}:${line}:${column}${name === '' ? '' : ` ${name}`}`;
}
