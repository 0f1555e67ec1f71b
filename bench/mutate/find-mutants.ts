import * as t from '@babel/types';
import { endOf, startOf, SyntaxFile } from '../../src/syntax/syntax-file.js';

/** One small change to an expression of the source, which at least one test should notice. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

type Change = Pick<Mutant, 'start' | 'end' | 'after'>;

const OPERATORS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

/** Methods that are easily taken for each other. */
const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  at: 'indexOf',
  find: 'findLast',
  findLast: 'find',
};

/** All mutants of a file, in source order. */
export function findMutants(path: string, text: string): readonly Mutant[] {
  const file = SyntaxFile.parse(path, text);
  if (!(file instanceof SyntaxFile)) throw new Error(`${path} does not parse`);
  const changes = [
    ...[...file.nodes('BinaryExpression'), ...file.nodes('LogicalExpression')].flatMap((node) =>
      changeOperator(file, node),
    ),
    ...file.nodes('BooleanLiteral').map((node) => ({ ...rangeOf(node), after: String(!node.value) })),
    ...file
      .nodes('UnaryExpression')
      .filter(({ operator }) => operator === '!')
      .map((node) => ({ ...rangeOf(node), after: `Boolean(${file.slice(node.argument)})` })),
    ...file.nodes('IfStatement').flatMap(({ test }) => [
      { ...rangeOf(test), after: 'true' },
      { ...rangeOf(test), after: 'false' },
    ]),
    ...file
      .nodes('ConditionalExpression')
      .map(({ test }) => ({ ...rangeOf(test), after: `!(${file.slice(test)})` })),
    ...file.nodes('CallExpression').flatMap((call) => changeMethod(file, call)),
    ...file
      .nodes('ExpressionStatement')
      .map(({ expression }) => expression)
      .filter((expression) => t.isCallExpression(expression) && !t.isSuper(expression.callee))
      .map((expression) => ({ ...rangeOf(expression), after: 'undefined' })),
  ];
  return changes
    .filter(({ start, end }) => isInFunction(file, start, end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((change) => ({
      ...change,
      file: path,
      line: text.slice(0, change.start).split('\n').length,
      before: text.slice(change.start, change.end),
    }));
}

/** What is evaluated when the module is loaded can't be switched later. */
function isInFunction(file: SyntaxFile, start: number, end: number): boolean {
  return file.functions().some(({ body }) => startOf(body) <= start && end <= endOf(body));
}

function rangeOf(node: t.Node): { start: number; end: number } {
  return { start: startOf(node), end: endOf(node) };
}

function changeOperator(file: SyntaxFile, node: t.BinaryExpression | t.LogicalExpression): Change[] {
  const after = OPERATORS[node.operator];
  const at = file.text.indexOf(node.operator, endOf(node.left));
  if (after === undefined || at === -1 || at > startOf(node.right)) return [];
  const rest = file.text.slice(at + node.operator.length, endOf(node));
  return [{ ...rangeOf(node), after: `${file.text.slice(startOf(node), at)}${after}${rest}` }];
}

function changeMethod(file: SyntaxFile, call: t.CallExpression): Change[] {
  const { callee } = call;
  if (!t.isMemberExpression(callee) || !t.isIdentifier(callee.property)) return [];
  const after = METHODS[callee.property.name];
  if (after === undefined) return [];
  const { start, end } = rangeOf(callee.property);
  return [
    {
      ...rangeOf(call),
      after: file.text.slice(startOf(call), start) + after + file.text.slice(end, endOf(call)),
    },
  ];
}
