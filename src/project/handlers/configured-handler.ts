import { posix, resolve } from 'node:path';
import type { ConfigurationProblem } from '../handler.js';
import type { Trigger } from '../trigger.js';
import { findSourceModules } from './source-modules.js';

/** A function that a deployment's configuration names as a Lambda handler. */
export interface ConfiguredHandler {
  /** As written: `functions/get.handler`. */
  readonly spelling: string;
  /** What the configuration calls the function: a key of `functions` or `Resources`. */
  readonly functionName?: string;
  /** The configuration file that names it. Absolute. */
  readonly configuration: string;
  /** Absolute paths without extension at which its module may stand: in the source, in the folder built from it. */
  readonly modules: readonly string[];
  /** `handler`, or `controller.get` for a member. */
  readonly exportName: string;
  /** False when the configuration doesn't tell where the code is: in a bucket, in an image. */
  readonly isLocated: boolean;
  /** What calls it, as far as that is known. */
  readonly triggers: readonly Trigger[];
  /** What the configuration says that it runs on: `nodejs22.x`. */
  readonly runtimes: readonly string[];
}

/** What one configuration file says about functions. */
export interface FunctionConfiguration {
  readonly handlers: readonly ConfiguredHandler[];
  readonly problems: readonly ConfigurationProblem[];
  /** The folder whose functions run on another platform than Lambda. */
  readonly foreignFolder?: string;
}

export const NO_FUNCTIONS: FunctionConfiguration = { handlers: [], problems: [] };

interface HandlerParts {
  readonly module: string;
  readonly exportName: string;
}

/**
 * Splits `src/get.handler` as the Lambda runtime does: the module ends at the first dot of the last path segment.
 *
 * @returns undefined for what no Node.js runtime can load: no dot, variables that are not filled, another language.
 */
export function splitHandler(handler: string): HandlerParts | undefined {
  if (/[\s:$]|\.jar\b/.test(handler)) return undefined;
  const { dir, base } = posix.parse(handler);
  const dot = base.indexOf('.');
  if (dot <= 0 || dot === base.length - 1) return undefined;
  return { module: posix.join(dir, base.slice(0, dot)), exportName: base.slice(dot + 1) };
}

/** Is this a Node.js runtime, as far as the configuration says? An unfilled variable may be one. */
export function mayBeNodeRuntime(runtime: unknown): boolean {
  return typeof runtime !== 'string' || runtime.includes('$') || runtime.startsWith('nodejs');
}

/** The runtime as a list: empty where nothing or an unfilled variable names it. */
export function toRuntimes(runtime: unknown): readonly string[] {
  return typeof runtime === 'string' && !runtime.includes('$') ? [runtime] : [];
}

/** The path without its extension, and without `/index`: one key for all spellings of a module. */
export function toModuleKey(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '').replace(/[\\/]index$/, '');
}

/**
 * @param folder what the handler's path is relative to.
 * @returns undefined for what no Node.js runtime can load.
 */
export function toConfiguredHandler(
  spelling: string,
  configuration: string,
  folder: string,
  isLocated = true,
): ConfiguredHandler | undefined {
  const parts = splitHandler(spelling);
  if (!parts) return undefined;
  return {
    spelling,
    configuration,
    modules: findSourceModules(resolve(folder, parts.module)),
    exportName: parts.exportName,
    isLocated,
    triggers: [],
    runtimes: [],
  };
}
