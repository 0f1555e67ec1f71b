import { readFileSync } from 'node:fs';
import Module, { register } from 'node:module';

import type { ContainerJob } from '../messages.js';
import { compiledExtensions, prepareModule } from '../module-source.js';

type CompileFile = (module: { _compile: (source: string, file: string) => void }, file: string) => void;

/** The parts of the CommonJS loader that are replaced. They are private by name, and stable for many years. */
interface CommonJsLoader {
  _extensions: Record<string, CompileFile>;
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

export interface ImportHookData {
  prepared: ContainerJob['prepared'];
  standIns: ContainerJob['standIns'];
}

/** Texts that were compiled while they were loaded. */
const compiledTexts = new Map<string, string>();

/** The text of a file as it runs. */
export function runningText({ prepared }: ImportHookData, file: string): string {
  return prepared[file]?.source ?? compiledTexts.get(file) ?? readFileSync(file, 'utf8');
}

/** Makes `require` use prepared texts and stand-ins, and compile TypeScript. */
export function hookRequire({ prepared, standIns }: ImportHookData): void {
  const loader = Module as unknown as CommonJsLoader;
  const resolve = loader._resolveFilename.bind(loader);
  loader._resolveFilename = (request, ...rest) => {
    const standIn = standIns[request];
    if (standIn !== undefined) return standIn;
    try {
      return resolve(request, ...rest);
    } catch (error) {
      // TypeScript sources name the file that they are compiled to.
      if (!/^\.{1,2}\/.*\.[cm]?js$/.test(request)) throw error;
      return resolve(request.replace(/js$/, 'ts'), ...rest);
    }
  };

  const loadJavaScript = loader._extensions['.js'];
  if (loadJavaScript === undefined) throw new Error('this Node.js has no CommonJS loader for .js');
  for (const extension of ['.js', '.cjs', ...compiledExtensions]) {
    loader._extensions[extension] = (module, file) => {
      const { format, source } = prepared[file] ?? prepareFile(file);
      if (format === 'commonjs') module._compile(source, file);
      else loadJavaScript(module, file);
    };
  }
}

/** The same for `import`. The hooks run in a thread of their own, so they are installed only when needed. */
export function hookImport(data: ImportHookData): void {
  register('./import-hooks.js', { parentURL: import.meta.url, data });
}

function prepareFile(file: string): ContainerJob['prepared'][string] {
  const prepared = prepareModule(file, readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  compiledTexts.set(file, prepared.source);
  return prepared;
}
