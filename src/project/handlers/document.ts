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

/** Deeper than any block that a collection in braces or brackets stands in. */
const DEEP = ' '.repeat(200);

/** How many lines may be indented less than YAML wants. */
const MAX_FLAT_LINES = 100;

/**
 * Parses YAML. Lines inside braces and brackets may be indented as they like: CloudFormation takes them so, although
 * YAML 1.2 wants them deeper than the block around.
 *
 * @throws Error for the first thing that is no YAML otherwise.
 */
function parseLenient(text: string, linesLeft = MAX_FLAT_LINES): Document {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (!error) return document;
  const isFlatLine = error.code === 'BAD_INDENT' && error.message.startsWith('Flow');
  if (!isFlatLine || linesLeft === 0) throw error;
  const [at] = error.pos;
  return parseLenient(text.slice(0, at) + DEEP + text.slice(at), linesLeft - 1);
}

function parseYaml(text: string): unknown {
  const document = parseLenient(text);
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
