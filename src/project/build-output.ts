import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { z } from 'zod';
import { isSameOrInside } from './path-inside.js';

const TSCONFIG_NAME = /^[jt]sconfig(?:\.[\w-]+)?\.json$/;

/** Copies of the source that deployment tools and bundlers make beside it. */
const DEPLOYMENT_FOLDERS = new Set([
  '.serverless',
  '.aws-sam',
  'cdk.out',
  '.webpack',
  '.esbuild',
  '.next',
  '.nuxt',
]);

const Tsconfig = z.object({
  compilerOptions: z
    .object({ outDir: z.string().optional(), rootDir: z.string().optional(), noEmit: z.boolean().optional() })
    .optional(),
});

export function isTsconfigName(name: string): boolean {
  return TSCONFIG_NAME.test(name);
}

export function isDeploymentFolder(name: string): boolean {
  return DEPLOYMENT_FOLDERS.has(name);
}

/**
 * The folder a tsconfig has the compiler write to. `extends` needs no following: `outDir` is relative to the file that
 * names it, and each file is asked where it lies. A folder that holds the sources too is no output folder.
 *
 * @returns undefined when there is none, and for a file that is unreadable or no valid tsconfig.
 */
export async function findOutputFolder(tsconfig: string): Promise<string | undefined> {
  const options = await readCompilerOptions(tsconfig);
  if (options?.outDir === undefined || options.noEmit === true) return undefined;
  const folder = dirname(tsconfig);
  const output = resolve(folder, options.outDir);
  const sources = resolve(folder, options.rootDir ?? '.');
  return isSameOrInside(sources, output) ? undefined : output;
}

async function readCompilerOptions(tsconfig: string): Promise<z.infer<typeof Tsconfig>['compilerOptions']> {
  let text: string;
  try {
    text = await readFile(tsconfig, 'utf8');
  } catch {
    return undefined;
  }
  const content = Tsconfig.safeParse(parse(text, undefined, { allowTrailingComma: true }));
  return content.success ? content.data.compilerOptions : undefined;
}
