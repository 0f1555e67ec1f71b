import * as t from '@babel/types';
import { endOf, startOf, SyntaxFile } from '../../src/syntax/syntax-file.js';

/** One small change to the source, which at least one test should notice. */
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
      .map((node) => ({ ...rangeOf(node), after: file.slice(node.argument) })),
    ...file.nodes('IfStatement').flatMap(({ test }) => [
      { ...rangeOf(test), after: 'true' },
      { ...rangeOf(test), after: 'false' },
    ]),
    ...file
      .nodes('ConditionalExpression')
      .map(({ test }) => ({ ...rangeOf(test), after: `!(${file.slice(test)})` })),
    ...file.nodes('MemberExpression').flatMap(({ property }) => changeMethod(property)),
    ...file
      .nodes('ExpressionStatement')
      .filter(({ expression }) => t.isCallExpression(expression))
      .map((node) => ({ ...rangeOf(node), after: ';' })),
  ];
  return changes
    .sort((a, b) => a.start - b.start)
    .map((change) => ({
      ...change,
      file: path,
      line: text.slice(0, change.start).split('\n').length,
      before: text.slice(change.start, change.end),
    }));
}

function rangeOf(node: t.Node): { start: number; end: number } {
  return { start: startOf(node), end: endOf(node) };
}

function changeOperator(
  file: SyntaxFile,
  { operator, left, right }: t.BinaryExpression | t.LogicalExpression,
): Change[] {
  const after = OPERATORS[operator];
  const start = file.text.indexOf(operator, endOf(left));
  return after === undefined || start === -1 || start > startOf(right)
    ? []
    : [{ start, end: start + operator.length, after }];
}

function changeMethod(property: t.Node): Change[] {
  const after = t.isIdentifier(property) ? METHODS[property.name] : undefined;
  return after === undefined ? [] : [{ ...rangeOf(property), after }];
}
