import type { TransformOptions } from './options.js';
import { createHandlerFinder } from './project/handlers/handler-finder.js';
import { Workspace } from './workspace.js';

export interface OpenOptions {
  /** Absolute folder that holds all files. */
  readonly root: string;
  /** What may be rewritten: absolute path → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is only looked at, because it may use what is rewritten. */
  readonly context?: ReadonlyMap<string, string>;
  /** `file:export` */
  readonly handlers: readonly string[];
  readonly options: TransformOptions;
}

/** Loads the type engine (about a second) and sets up the project to be rewritten. */
export async function openWorkspace(open: OpenOptions): Promise<Workspace> {
  const { root, texts, context = new Map<string, string>(), handlers, options } = open;
  const { createTypeEngine } = await import('./types/ts-engine.js');
  return new Workspace({
    texts,
    context,
    types: createTypeEngine({ root, files: new Map([...texts, ...context]), targets: [...texts.keys()] }),
    handlers: createHandlerFinder({
      root,
      files: [...texts.keys()],
      extra: handlers,
      platform: options.platform,
    }),
    options,
  });
}
