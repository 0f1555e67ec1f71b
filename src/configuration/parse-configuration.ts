import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { UsageError } from '../errors.js';
import { LineIndex } from '../report/line-index.js';
import { suggest } from '../suggest.js';
import { type Configuration, configurationSchema } from './configuration-schema.js';
import type { ConfigurationText } from './find-configuration.js';

const BOM = /^\uFEFF/;

/**
 * Reads a configuration: JSON with comments and trailing commas.
 *
 * @param transforms the names of all transforms.
 * @throws UsageError that says what is wrong, where, and what to type.
 */
export function parseConfiguration(found: ConfigurationText, transforms: readonly string[]): Configuration {
  const { key } = found;
  const text = found.text.replace(BOM, '');
  const place = new Place(found.file, text);
  const tree = parseText(text, place);
  const node = key === undefined ? tree : valueOf(tree, key);
  if (node?.type !== 'object') throw place.error(node, 'the configuration is not an object', 'write { }');
  const schema = configurationSchema(transforms);
  const known = Object.keys(schema.shape);
  for (const property of node.children ?? []) {
    const name = String(property.children?.[0]?.value);
    if (!known.includes(name)) throw place.error(property, `unknown key "${name}"`, suggest(name, known));
  }
  const result = schema.safeParse(toRecord(node));
  if (result.success) return result.data;
  throw toUsageError(result.error, node, place);
}

/** Not getNodeValue: a key `__proto__` would set what the object inherits. */
function toRecord({ children = [] }: Node): Record<string, unknown> {
  return Object.fromEntries(
    children.map(({ children: [name, value] = [] }) => [
      String(name?.value),
      value && (getNodeValue(value) as unknown),
    ]),
  );
}

function parseText(text: string, place: Place): Node | undefined {
  const problems: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text, problems, { allowTrailingComma: true });
  } catch {
    throw place.error(undefined, 'nested too deeply');
  }
  const [problem] = problems;
  if (problem) throw place.error(problem, `not JSON: ${printParseErrorCode(problem.error)}`);
  return tree;
}

function valueOf(object: Node | undefined, key: string): Node | undefined {
  return object?.children?.find(({ children: [name] = [] }) => name?.value === key)?.children?.[1];
}

function toUsageError({ issues }: z.ZodError, root: Node, place: Place): UsageError {
  const [issue] = issues;
  let node: Node | undefined = root;
  for (const step of issue?.path ?? [])
    node = typeof step === 'number' ? node?.children?.[step] : valueOf(node, String(step));
  const what =
    issue?.path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('') ?? '';
  if (issue?.code === 'invalid_value' && node?.type === 'string')
    return place.error(
      node,
      `"${String(node.value)}" is no value of ${what}`,
      suggest(String(node.value), issue.values.map(String)),
    );
  return place.error(node, `${what}: ${issue?.message ?? 'not valid'}`);
}

/** Says where something is wrong, as compilers do. */
class Place {
  readonly #lines: LineIndex;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#lines = new LineIndex(text);
  }

  error(at: { readonly offset: number } | undefined, message: string, hint?: string): UsageError {
    const { line, column } = this.#lines.positionAt(at?.offset ?? 0);
    return new UsageError(`${this.file}:${line}:${column} ${message}`, hint);
  }
}
