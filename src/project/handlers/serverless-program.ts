import { dirname, resolve } from 'node:path';
import * as t from '@babel/types';
import { readSmallFile } from '../small-file.js';
import { SyntaxFile } from '../../syntax/syntax-file.js';
import type { Trigger } from '../trigger.js';
import {
  type ConfiguredHandler,
  type FunctionConfiguration,
  NO_FUNCTIONS,
  toConfiguredHandler,
} from './configured-handler.js';
import { findKeyName, withoutCasts } from './declared-value.js';
import { isData } from './document.js';
import { readServerlessTriggers } from './serverless-triggers.js';
import { readStaticValue } from './static-value.js';

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

interface Import {
  /** Where the file may stand. */
  readonly paths: readonly string[];
  /** What its default export is called here. */
  readonly defaultName: string | undefined;
}

/** Imports with relative paths, and with aliases such as `@functions/x` for `src/functions/x`. */
function findImports(file: SyntaxFile, serviceFolder: string): readonly Import[] {
  const declarations = [
    ...file.nodes('ImportDeclaration'),
    ...file.nodes('ExportNamedDeclaration'),
    ...file.nodes('ExportAllDeclaration'),
  ];
  return declarations.flatMap((declaration) => {
    const source = declaration.source?.value;
    if (source === undefined) return [];
    const base = source.startsWith('.')
      ? resolve(dirname(file.path), source)
      : /^[@~#]\/?\w+/.test(source)
        ? resolve(serviceFolder, 'src', source.replace(/^[@~#]\/?/, ''))
        : undefined;
    if (base === undefined) return [];
    const paths = EXTENSIONS.map((extension) => base + extension);
    return [{ paths, defaultName: findDefaultName(declaration) }];
  });
}

/** `import get from`, `export { default as get } from` */
function findDefaultName(declaration: t.Node): string | undefined {
  if (t.isImportDeclaration(declaration))
    return declaration.specifiers.find((one) => t.isImportDefaultSpecifier(one))?.local.name;
  if (!t.isExportNamedDeclaration(declaration)) return undefined;
  const specifier = declaration.specifiers.find(
    (one): one is t.ExportSpecifier =>
      t.isExportSpecifier(one) && t.isIdentifier(one.local, { name: 'default' }),
  );
  return t.isIdentifier(specifier?.exported) ? specifier.exported.name : undefined;
}

/** What a node stands in, outside of casts. */
function findHolder(file: SyntaxFile, node: t.Node): t.Node | undefined {
  const parent = file.parentOf(node);
  const isCast = parent !== undefined && withoutCasts(parent) !== parent;
  return isCast ? findHolder(file, parent) : parent;
}

/** What the function is called whose definition has this property: `get: { handler }`, `const get = { handler }`. */
function findFunctionName(
  property: t.ObjectProperty,
  file: SyntaxFile,
  defaultName: string | undefined,
): string | undefined {
  const definition = file.parentOf(property);
  const holder = definition && findHolder(file, definition);
  if (t.isObjectProperty(holder)) return findKeyName(holder.key, holder.computed);
  if (t.isVariableDeclarator(holder) && t.isIdentifier(holder.id)) return holder.id.name;
  return t.isExportDefaultDeclaration(holder) ? defaultName : undefined;
}

/** The triggers beside a `handler` property, as far as they are written out. */
function readTriggers(property: t.ObjectProperty, file: SyntaxFile): readonly Trigger[] {
  const definition = file.parentOf(property);
  const value = definition && readStaticValue(definition);
  return isData(value) ? readServerlessTriggers(value) : [];
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
  const collect = (program: SyntaxFile, depth: number, defaultName?: string): void => {
    seen.add(program.path);
    for (const property of program.nodes('ObjectProperty').filter(isHandlerProperty)) {
      const found = readHandler(property, program, serviceFolder);
      const handler = found && toConfiguredHandler(found.path, file, found.folder);
      if (!handler) continue;
      const functionName = findFunctionName(property, program, defaultName);
      const triggers = readTriggers(property, program);
      handlers.push({ ...handler, triggers, runtimes, ...(functionName !== undefined && { functionName }) });
    }
    if (depth === MAX_DEPTH) return;
    for (const { paths, defaultName: importedAs } of findImports(program, serviceFolder)) {
      const imported = readFirst(paths);
      if (!imported || seen.has(imported.path)) continue;
      const parsed = SyntaxFile.parse(imported.path, imported.text);
      if (parsed instanceof SyntaxFile) collect(parsed, depth + 1, importedAs);
    }
  };
  collect(service, 0);
  return { handlers, problems: [] };
}
