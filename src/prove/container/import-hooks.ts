import { readFile } from 'node:fs/promises';
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { isCompiled, prepareModule } from '../module-source.js';
import type { ImportHookData } from './module-loading.js';

let data: ImportHookData = { prepared: {}, standIns: {} };

export const initialize: InitializeHook<ImportHookData> = (given) => {
  data = given;
};

/** Stand-ins by name; and TypeScript sources by the name of the file that they are compiled to. */
export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const standIn = data.standIns[specifier];
  if (standIn !== undefined) return { url: pathToFileURL(standIn).href, shortCircuit: true };
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    for (const alternative of sourceNames(specifier)) {
      const found = await tryResolve(() => nextResolve(alternative, context));
      if (found !== undefined) return found;
    }
    throw error;
  }
};

/** Prepared texts, and TypeScript compiled. Anything else is Node.js's own business. */
export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.startsWith('file:')) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const prepared =
    data.prepared[file] ?? (isCompiled(file) ? prepareModule(file, await readFile(file, 'utf8')) : undefined);
  return prepared === undefined ? nextLoad(url, context) : { ...prepared, shortCircuit: true };
};

/** What a relative import may mean in sources that a compiler or bundler reads. */
function sourceNames(specifier: string): string[] {
  if (!/^\.{1,2}\//.test(specifier)) return [];
  if (/\.[cm]?js$/.test(specifier)) return [specifier.replace(/js$/, 'ts')];
  return ['.ts', '.js', '.mjs', '/index.ts', '/index.js'].map((ending) => specifier + ending);
}

async function tryResolve<T>(attempt: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await attempt();
  } catch {
    return undefined;
  }
}
