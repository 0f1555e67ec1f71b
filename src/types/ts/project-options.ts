import { ts } from 'ts-morph';
import type { PackageManifests } from './package-manifests.js';
import type { ProjectTexts } from './project-texts.js';

/** Options under which files without any tsconfig are understood: Node.js code in JavaScript. */
const inferredOptions: ts.CompilerOptions = {
  allowJs: true,
  resolveJsonModule: true,
  esModuleInterop: true,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Two lambdas in one folder that both say `const AWS = require('aws-sdk')` don't share a scope.
  moduleDetection: ts.ModuleDetectionKind.Force,
  target: ts.ScriptTarget.ESNext,
  lib: ['lib.esnext.d.ts'],
  strict: false,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
};

/** What no project of ours may do: write, read caches, or walk into the sources of libraries. */
const enforcedOptions: ts.CompilerOptions = {
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  maxNodeModuleJsDepth: 0,
  checkJs: true,
};

const dropped = [
  'composite',
  'incremental',
  'tsBuildInfoFile',
  'declaration',
  'declarationMap',
  'emitDeclarationOnly',
  'isolatedDeclarations',
  'plugins',
  'configFilePath',
  'declarationDir',
  'outDir',
  'rootDir',
  'sourceMap',
] as const;

export function toInferredOptions(folder: string, texts: ProjectTexts): ts.CompilerOptions {
  return withTypes({ ...inferredOptions, ...enforcedOptions }, folder, texts);
}

/** Options of a tsconfig, made harmless and with the defaults of the TypeScript version the project uses. */
export function toProjectOptions(
  configured: ts.CompilerOptions,
  folder: string,
  texts: ProjectTexts,
  manifests: PackageManifests,
): ts.CompilerOptions {
  const options: ts.CompilerOptions = { ...configured, ...enforcedOptions };
  if (!options.paths) Reflect.deleteProperty(options, 'pathsBasePath');
  for (const name of dropped) Reflect.deleteProperty(options, name);
  const major = manifests.majorOf('typescript', folder);
  if (typeof major === 'number' && major < 6) {
    options.strict ??= false;
    options.esModuleInterop ??= false;
  }
  return withTypes(options, folder, texts);
}

/**
 * TypeScript 6 includes no `@types` package unless told to, so that in a project written for TypeScript 5 `it(…)`
 * and `process.…` would be `any` and their promises missed. `node` is there always: all code here runs on Node.js.
 */
function withTypes(options: ts.CompilerOptions, folder: string, texts: ProjectTexts): ts.CompilerOptions {
  const host = {
    directoryExists: texts.directoryExists,
    fileExists: texts.fileExists,
    readFile: texts.readFile,
    getDirectories: texts.getDirectories,
    getCurrentDirectory: (): string => folder,
  };
  const typeRoots = ts.getEffectiveTypeRoots(options, host)?.filter(texts.directoryExists) ?? [];
  const withRoots = { ...options, typeRoots };
  const names = ts.getAutomaticTypeDirectiveNames({ types: ['*'], ...withRoots }, host);
  return { ...withRoots, types: [...new Set([...names, 'node'])].sort() };
}
