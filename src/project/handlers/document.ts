import { extname } from 'node:path';
import { isNode, parseDocument, Scalar, visit, type Document } from 'yaml';
import { readSmallFile } from '../small-file.js';

export type Data = Readonly<Record<string, unknown>>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows keys into parsed data; undefined as soon as there is nothing. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isData(inner) ? inner[key] : undefined), value);
}

/** CloudFormation's short forms (`!Ref x`) have no value here; only `!Sub` of a plain string is that string. */
function dropIntrinsicFunctions(document: Document): void {
  visit(document, (_key, node) => {
    if (!isNode(node) || !node.tag?.startsWith('!')) return undefined;
    if (node.tag === '!Sub' && node instanceof Scalar && !String(node.value).includes('${')) return undefined;
    return new Scalar(null);
  });
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw error;
  dropIntrinsicFunctions(document);
  return document.toJS({ maxAliasCount: 100 });
}

/**
 * Reads YAML or, by the file's extension, JSON.
 *
 * @throws Error when the text is neither, is nested too deep, or expands without measure.
 */
export function parseData(file: string, text: string): unknown {
  const withoutMark = text.replace(/^\uFEFF/, '');
  return extname(file) === '.json' || /^\s*\{/.test(withoutMark)
    ? JSON.parse(withoutMark)
    : parseYaml(withoutMark);
}

/** @throws Error as {@link parseData}, and when the file can't be read. */
export function readData(file: string): unknown {
  return parseData(file, readSmallFile(file));
}

/** The first line of what is wrong. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.replace(/:$/, '') ?? message;
}
