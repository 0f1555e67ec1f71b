import { dirname, resolve } from 'node:path';
import * as t from '@babel/types';
import { readSmallFile } from '../small-file.js';
import { SyntaxFile } from '../../syntax/syntax-file.js';
import {
  type ConfiguredHandler,
  type FunctionConfiguration,
  NO_FUNCTIONS,
  toConfiguredHandler,
} from './configured-handler.js';

/** Is this the name of a Serverless Framework configuration that is a program? */
export function isServerlessProgram(fileName: string): boolean {
  return /^serverless\.[cm]?[jt]s$/.test(fileName);
}

const EXTENSIONS = ['', '.ts', '.js', '/index.ts', '/index.js', '.mjs', '.cjs'];
/** Functions are commonly imported from one file each, which may import what they share. */
const MAX_DEPTH = 2;

function readFirst(paths: readonly string[]): { readonly path: string; readonly text: string } | undefined {
  for (const path of paths) {
    try {
      return { path, text: readSmallFile(path) };
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Import paths as files may stand: relative ones, and aliases such as `@functions/x` for `src/functions/x`. */
function findImportedPaths(file: SyntaxFile, serviceFolder: string): readonly (readonly string[])[] {
  const sources = [
    ...file.nodes('ImportDeclaration').map(({ source }) => source.value),
    ...file.nodes('ExportNamedDeclaration').flatMap(({ source }) => (source ? [source.value] : [])),
    ...file.nodes('ExportAllDeclaration').map(({ source }) => source.value),
  ];
  return sources.flatMap((source) => {
    const base = source.startsWith('.')
      ? resolve(dirname(file.path), source)
      : /^[@~#]\/?\w+/.test(source)
        ? resolve(serviceFolder, 'src', source.replace(/^[@~#]\/?/, ''))
        : undefined;
    return base === undefined ? [] : [EXTENSIONS.map((extension) => base + extension)];
  });
}

/**
 * The handler path that a `handler:` property holds. `${handlerPath(__dirname)}/handler.main` is relative to the file
 * it stands in, anything else to the service.
 */
function readHandler(
  property: t.ObjectProperty,
  file: SyntaxFile,
  serviceFolder: string,
): { readonly path: string; readonly folder: string } | undefined {
  const { value } = property;
  if (t.isStringLiteral(value)) return { path: value.value, folder: serviceFolder };
  if (!t.isTemplateLiteral(value)) return undefined;
  const [head, tail] = value.quasis.map(({ value: { cooked } }) => cooked ?? '');
  if (head === undefined || value.expressions.length === 0)
    return { path: head ?? '', folder: serviceFolder };
  const [expression] = value.expressions;
  const isOwnFolder =
    expression !== undefined && /__dirname|import\.meta/.test(file.slice(expression)) && head === '';
  if (!isOwnFolder || value.expressions.length > 1 || tail === undefined) return undefined;
  return { path: tail.replace(/^\//, ''), folder: dirname(file.path) };
}

/** `runtime: 'nodejs22.x'`, of the provider or of one function: the service may run on any of them. */
function findRuntimes(service: SyntaxFile): readonly string[] {
  return service
    .nodes('ObjectProperty')
    .flatMap(({ key, value }) =>
      t.isIdentifier(key, { name: 'runtime' }) && t.isStringLiteral(value) ? [value.value] : [],
    );
}

function isHandlerProperty(property: t.ObjectProperty): boolean {
  return t.isIdentifier(property.key, { name: 'handler' }) && !property.computed;
}

function isForeignProvider(file: SyntaxFile): boolean {
  return file.nodes('ObjectProperty').some(({ key, value }) => {
    if (!t.isIdentifier(key, { name: 'provider' }) || !t.isObjectExpression(value)) return false;
    return value.properties.some(
      (property) =>
        t.isObjectProperty(property) &&
        t.isIdentifier(property.key, { name: 'name' }) &&
        t.isStringLiteral(property.value) &&
        property.value.value !== 'aws',
    );
  });
}

/** Reads the handlers that a `serverless.ts` names, itself and in the files it imports, without running it. */
export function readServerlessProgram(file: string, text: string): FunctionConfiguration {
  const serviceFolder = dirname(file);
  const handlers: ConfiguredHandler[] = [];
  const seen = new Set<string>();
  const service = SyntaxFile.parse(file, text);
  if (!(service instanceof SyntaxFile))
    return { handlers: [], problems: [{ file, message: service.message }] };
  if (isForeignProvider(service)) return { ...NO_FUNCTIONS, foreignFolder: serviceFolder };

  const runtimes = findRuntimes(service);
  const collect = (program: SyntaxFile, depth: number): void => {
    seen.add(program.path);
    for (const property of program.nodes('ObjectProperty').filter(isHandlerProperty)) {
      const found = readHandler(property, program, serviceFolder);
      const handler = found && toConfiguredHandler(found.path, file, found.folder);
      if (handler) handlers.push({ ...handler, runtimes });
    }
    if (depth === MAX_DEPTH) return;
    for (const candidates of findImportedPaths(program, serviceFolder)) {
      const imported = readFirst(candidates);
      if (!imported || seen.has(imported.path)) continue;
      const parsed = SyntaxFile.parse(imported.path, imported.text);
      if (parsed instanceof SyntaxFile) collect(parsed, depth + 1);
    }
  };
  collect(service, 0);
  return { handlers, problems: [] };
}
