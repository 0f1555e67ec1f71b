import { resolve } from 'node:path';
import { packageFolder } from '../../src/package-folder.js';
import type { Tool } from './stage.js';

/** The command as it is built here. */
export const LEAKFIX: Tool = {
  name: 'leakfix',
  command: (targets) => [process.execPath, resolve(packageFolder(), 'dist/src/cli.js'), ...targets],
};
