import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { ts } from 'ts-morph';

import type { PreparedModule } from './messages.js';

type TypeScript = typeof ts;

/** Extensions of files that Node.js can't run as they are, or not in every version. */
export const compiledExtensions = ['.ts', '.cts', '.mts', '.tsx', '.jsx'] as const;

/**
 * Makes a file's text ready for Node.js: types are stripped, JSX is compiled, and module syntax in a file that
 * Node.js takes for CommonJS becomes CommonJS, as bundlers for Lambda do it. Lines stay right by a source map.
 * @returns the text as it is when nothing needs to be done
 */
export function prepareModule(file: string, text: string): PreparedModule {
  const format = moduleFormat(file);
  if (
    !isCompiled(file) &&
    !(format === 'commonjs' && mayBecomeCommonJs(file) && hasModuleSyntax(file, text))
  ) {
    return { format, source: text };
  }
  return { format, source: compile(file, text, format) };
}

/** Whether the file has to be compiled because of its extension. */
export function isCompiled(file: string): boolean {
  return compiledExtensions.some((extension) => file.endsWith(extension));
}

/** How Node.js takes a file: by its extension, then by the `type` in the nearest package.json. */
export function moduleFormat(file: string): PreparedModule['format'] {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  return packageType(path.dirname(file));
}

function packageType(folder: string): PreparedModule['format'] {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) return isModulePackage(manifest) ? 'module' : 'commonjs';
  const parent = path.dirname(folder);
  return parent === folder || path.basename(folder) === 'node_modules' ? 'commonjs' : packageType(parent);
}

function isModulePackage(manifest: string): boolean {
  try {
    const { type } = JSON.parse(readFileSync(manifest, 'utf8')) as { type?: unknown };
    return type === 'module';
  } catch {
    // The runtime ignores a package.json that it can't read, too.
    return false;
  }
}

function mayBecomeCommonJs(file: string): boolean {
  return file.endsWith('.js') && !file.includes(`${path.sep}node_modules${path.sep}`);
}

/** The cheap test first: most files are no candidates and TypeScript need not be loaded for them. */
function hasModuleSyntax(file: string, text: string): boolean {
  if (!/^[ \t]*(?:import|export)\b/m.test(text)) return false;
  const typescript = loadTypeScript();
  return typescript.isExternalModule(
    typescript.createSourceFile(file, text, typescript.ScriptTarget.ESNext, false),
  );
}

function compile(file: string, text: string, format: PreparedModule['format']): string {
  const typescript = loadTypeScript();
  const { outputText } = typescript.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      // Async functions must stay what they are: the runtime looks at them.
      target: typescript.ScriptTarget.ESNext,
      module: format === 'module' ? typescript.ModuleKind.ESNext : typescript.ModuleKind.CommonJS,
      jsx: typescript.JsxEmit.ReactJSX,
      esModuleInterop: true,
      experimentalDecorators: true,
      inlineSourceMap: true,
      inlineSources: true,
    },
  });
  return outputText;
}

let typescript: TypeScript | undefined;

/** Loading takes a third of a second, so it is done only when there is something to compile. */
function loadTypeScript(): TypeScript {
  typescript ??= (createRequire(import.meta.url)('ts-morph') as { ts: TypeScript }).ts;
  return typescript;
}
