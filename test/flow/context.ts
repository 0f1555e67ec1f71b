import { DEFAULT_TRANSFORM_OPTIONS, type TransformOptions } from '../../src/options.js';
import { PackageJsonFinder } from '../../src/project/package-json.js';
import { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { TypeOracle } from '../../src/types/oracle.js';
import { createTypeEngine } from '../../src/types/ts-engine.js';

const UNKNOWN = { is: 'unknown' } as const;

/** An oracle that knows nothing, as for JavaScript whose types are all `any`. */
const NO_TYPES: TypeOracle = {
  update: () => undefined,
  thenable: () => UNKNOWN,
  thenableStatements: () => [],
  errorFirstCallback: () => UNKNOWN,
  declarationOf: () => UNKNOWN,
  usageOf: () => UNKNOWN,
  typeOf: () => UNKNOWN,
  callable: () => UNKNOWN,
  ownDispose: () => UNKNOWN,
  languageEdition: () => UNKNOWN,
  importersOf: () => [],
  diagnostics: () => [],
  faults: () => [],
};

export function parsed(text: string, path = '/project/index.js'): SyntaxFile {
  const file = SyntaxFile.parse(path, text);
  if (!(file instanceof SyntaxFile)) throw new Error(file.message);
  return file;
}

export function contextWithoutTypes(
  files: readonly SyntaxFile[],
  options: Partial<TransformOptions> = {},
): TransformContext {
  return {
    files,
    fileAt: (path) => files.find((file) => file.path === path),
    types: NO_TYPES,
    handlersIn: () => [],
    allHandlers: () => [],
    packages: new PackageJsonFinder(),
    options: { ...DEFAULT_TRANSFORM_OPTIONS, ...options },
  };
}

/** The texts of a project by path below `/project`, with the types that the engine finds. */
export function contextWithTypes(texts: Readonly<Record<string, string>>): TransformContext {
  const files = Object.entries(texts).map(([path, text]) => parsed(text, `/project/${path}`));
  const types = createTypeEngine({
    root: '/project',
    files: new Map(files.map(({ path, text }) => [path, text])),
  });
  return { ...contextWithoutTypes(files), types };
}
