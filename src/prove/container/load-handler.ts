import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import type { ContainerJob } from '../messages.js';
import { moduleFormat } from '../module-source.js';
import { hasCallbacks } from '../runtime-name.js';
import {
  describeHandler,
  streamifyResponse,
  type HandlerFunction,
  type LoadedHandler,
} from './handler-function.js';
import { HttpResponseStream } from './response-stream.js';
import { handlerNotFound, importModuleError, userCodeSyntaxError } from './runtime-errors.js';

/**
 * Loads the module of the job and finds the handler in it.
 * @throws what the runtime reports for a module that can't be loaded or doesn't export the handler
 */
export async function loadHandler(job: ContainerJob): Promise<LoadedHandler> {
  Object.assign(globalThis, { awslambda: { streamifyResponse, HttpResponseStream } });
  const loaded = await loadModule(job);
  const isFound = (value: unknown): boolean => value !== undefined && value !== null;
  let handler = property(loaded, job.exportName);
  // Only the newest runtime looks into a default export.
  if (!isFound(handler) && !hasCallbacks(job.runtime)) {
    handler = property(property(loaded, 'default'), job.exportName);
  }
  // As the function is configured: module and export.
  const name = process.env['_HANDLER'] ?? job.exportName;
  if (!isFound(handler)) throw handlerNotFound(name, 'undefined or not exported');
  if (typeof handler !== 'function') throw handlerNotFound(name, 'not a function');
  return describeHandler(handler as HandlerFunction);
}

async function loadModule(job: ContainerJob): Promise<unknown> {
  const format = job.prepared[job.file]?.format ?? moduleFormat(job.file);
  try {
    if (format === 'commonjs') return createRequire(job.file)(job.file) as unknown;
    return (await import(pathToFileURL(job.file).href)) as unknown;
  } catch (error) {
    throw asRuntimeError(error);
  }
}

function asRuntimeError(error: unknown): unknown {
  if (error instanceof SyntaxError) return userCodeSyntaxError(error);
  if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
    return importModuleError(error);
  }
  return error;
}

/** A handler's name may be a path of properties, such as `users.get`. */
function property(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, key) => {
    if (holder === null || (typeof holder !== 'object' && typeof holder !== 'function')) return undefined;
    return (holder as Record<string, unknown>)[key];
  }, value);
}
