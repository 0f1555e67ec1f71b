import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Contestant {
  readonly name: string;
  /** Arguments of Node.js. */
  readonly args: readonly string[];
}

/** Nothing written, nothing read from a run before. */
const onlyCheck = ['--noEmit', '--skipLibCheck', '--composite', 'false', '--incremental', 'false'];

/** The engine first; the others are compared with it. */
export function contestantsFor(folder: string): readonly Contestant[] {
  const script = (name: string): string => join(import.meta.dirname, name);
  const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const config = join(folder, 'tsconfig.json');
  return [
    { name: 'leakfix', args: [script('ask-leakfix.js'), folder] },
    { name: 'typescript-eslint', args: [script('ask-typescript-eslint.js'), folder] },
    ...(existsSync(config) ? [{ name: 'tsc --noEmit', args: [tsc, ...onlyCheck, '-p', config] }] : []),
  ];
}
