import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type { ContainerJob } from '../messages.js';
import { isCompiled } from '../module-source.js';

/**
 * Whether `import` must be hooked to run a job: only if it would load something else than Node.js by itself does. The
 * hooks live in a thread of their own, whose start takes longer than most handlers.
 */
export function needsImportHooks({ file, prepared, standIns }: ContainerJob): boolean {
  const texts = Object.values(prepared);
  if (!texts.some(({ format, source }) => format === 'module' || source.includes('import('))) return false;
  return (
    Object.keys(standIns).length > 0 ||
    isCompiled(file) ||
    Object.entries(prepared).some(([name, { source }]) => isReplaced(name, source)) ||
    importsWhatBundlersFind(file)
  );
}

function isReplaced(file: string, text: string): boolean {
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
}

const RELATIVE_NAME = /(['"`])(\.{1,2}\/[^'"`\n]*)\1/g;

const COMPUTED_IMPORT = /\bimport\(\s*[^'"\s]/;

/**
 * Whether a file, or one that it imports, may import by a name that only a bundler or compiler understands, such as
 * one without its extension. Any text that looks like a relative name counts as an import.
 */
function importsWhatBundlersFind(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (COMPUTED_IMPORT.test(text)) return true;
  const imported = [...text.matchAll(RELATIVE_NAME)].map(([, , name = '']) =>
    path.resolve(path.dirname(file), name),
  );
  return imported.some(
    (other) => !isFile(other) || isCompiled(other) || importsWhatBundlersFind(other, seen),
  );
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}
