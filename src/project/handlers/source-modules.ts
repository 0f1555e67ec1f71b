import { dirname, join, relative, resolve, sep } from 'node:path';
import { getTsconfig, type TsConfigResult } from 'get-tsconfig';

function isInside(folder: string, path: string): boolean {
  const between = relative(folder, path);
  return between !== '..' && !between.startsWith(`..${sep}`);
}

function readTsconfig(folder: string): TsConfigResult | null {
  try {
    return getTsconfig(folder);
  } catch {
    return null;
  }
}

/**
 * Where the source of a deployed module may stand. Configuration names what is deployed, so a TypeScript project's
 * `dist/get` is also looked for in the folders that `dist` is built from.
 *
 * @param module absolute path without extension; it stays the first candidate.
 */
export function findSourceModules(module: string): readonly string[] {
  const tsconfig = readTsconfig(dirname(module));
  const { outDir, rootDir } = tsconfig?.config.compilerOptions ?? {};
  if (!tsconfig || outDir === undefined) return [module];
  const project = dirname(tsconfig.path);
  const built = resolve(project, outDir);
  if (built === project || !isInside(built, module)) return [module];
  const sources = [resolve(project, rootDir ?? '.'), join(project, 'src')];
  return [module, ...sources.map((source) => join(source, relative(built, module)))];
}
