import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';

const LEAVING = [
  'CallExpression',
  'OptionalCallExpression',
  'NewExpression',
  'AwaitExpression',
  'YieldExpression',
  'TaggedTemplateExpression',
  'MemberExpression',
  'ThrowStatement',
  'ReturnStatement',
  'BreakStatement',
  'ContinueStatement',
] as const;

/** Can control leave the text between two offsets before its end, by an exception or otherwise? */
export function canLeave(file: SyntaxFile, start: number, end: number): boolean {
  return LEAVING.some((type) =>
    file.nodes(type).some((node) => startOf(node) >= start && endOf(node) <= end),
  );
}
