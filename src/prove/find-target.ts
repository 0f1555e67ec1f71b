import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import type { ConfiguredHandler } from '../project/handlers/configured-handler.js';
import type { Trigger } from '../project/trigger.js';

/** The function to run. */
export interface ProveTarget {
  file: string;
  exportName: string;
  /** What calls it, as far as a configuration file tells. */
  triggers: readonly Trigger[];
}

const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.tsx', '.jsx'];

/**
 * Finds what the user means: `src/a.js`, `src/a.js:main`, or the name of a function in serverless.yml or in a
 * SAM template (`getUser`, or what it says there: `src/a.main`).
 * @param root the folder whose configuration files are read
 * @throws with what there is, when nothing fits or more than one does
 */
export async function findTarget(handler: string, root: string): Promise<ProveTarget> {
  const [, file = handler, exportName = 'handler'] = /^(.*\.\w+):([\w$.]+)$/.exec(handler) ?? [];
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    return { file: path.resolve(file), exportName, triggers: [] };

  // Their readers take longer to load than many a handler to run.
  const { readFunctionConfigurations } = await import('../project/handlers/configuration-files.js');
  const configured = readFunctionConfigurations(path.resolve(root)).flatMap(({ handlers }) => handlers);
  const named = configured.filter((one) => one.functionName === handler || one.spelling === handler);
  const targets = new Map(
    named.flatMap(toTargets).map((target) => [`${target.file}:${target.exportName}`, target]),
  );
  const [target, another] = targets.values();
  if (another !== undefined) throw new Error(`${handler} may be ${[...targets.keys()].join(' or ')}`);
  if (target !== undefined) return target;
  throw new Error(`${handler} is neither a file nor a function of a configuration file${known(configured)}`);
}

function toTargets({ modules, exportName, triggers }: ConfiguredHandler): ProveTarget[] {
  for (const module of modules) {
    const file = EXTENSIONS.map((extension) => module + extension).find((name) => existsSync(name));
    if (file !== undefined) return [{ file, exportName, triggers }];
  }
  return [];
}

function known(configured: readonly ConfiguredHandler[]): string {
  const names = configured.flatMap(({ functionName }) => functionName ?? []);
  return names.length === 0 ? '' : `; there are ${names.join(', ')}`;
}
