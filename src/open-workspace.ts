import type { TransformOptions } from './options.js';
import { createHandlerFinder } from './project/handlers/handler-finder.js';
import { Workspace } from './workspace.js';

export interface OpenOptions {
  /** Absolute folder that holds all files. */
  readonly root: string;
  /** Absolute path → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** `file:export` */
  readonly handlers: readonly string[];
  readonly options: TransformOptions;
}

/** Loads the type engine (about a second) and sets up the project to be rewritten. */
export async function openWorkspace({ root, texts, handlers, options }: OpenOptions): Promise<Workspace> {
  const { createTypeEngine } = await import('./types/ts-engine.js');
  return new Workspace({
    texts,
    types: createTypeEngine({ root, files: texts }),
    handlers: createHandlerFinder({
      root,
      files: [...texts.keys()],
      extra: handlers,
      platform: options.platform,
    }),
    options,
  });
}
