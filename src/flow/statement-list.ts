import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';

/** A statement's place among its siblings. */
export interface StatementPlace {
  readonly owner: t.BlockStatement | t.SwitchCase;
  readonly list: readonly t.Statement[];
  readonly index: number;
}

/** @returns undefined for what stands alone (`if (x) y();`) and at the top level of the file. */
export function placeOf(file: SyntaxFile, statement: t.Statement): StatementPlace | undefined {
  const owner = file.parentOf(statement);
  const list = t.isBlockStatement(owner) ? owner.body : t.isSwitchCase(owner) ? owner.consequent : undefined;
  if (!list || (!t.isBlockStatement(owner) && !t.isSwitchCase(owner))) return undefined;
  return { owner, list, index: list.indexOf(statement) };
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function isWithin(span: Span, node: t.Node): boolean {
  return span.start <= startOf(node) && endOf(node) <= span.end;
}

/** Do statements end the path they are on? */
export function endsPath(statement: t.Statement | undefined): boolean {
  if (t.isBlockStatement(statement)) return endsPath(statement.body.at(-1));
  if (t.isIfStatement(statement))
    return endsPath(statement.consequent) && statement.alternate != null && endsPath(statement.alternate);
  return (
    t.isReturnStatement(statement) ||
    t.isThrowStatement(statement) ||
    t.isBreakStatement(statement) ||
    t.isContinueStatement(statement)
  );
}

/** The statements that may run after this one, up to the end of the outermost list given. */
export function statementsAfter(
  file: SyntaxFile,
  statement: t.Statement,
  outermost: t.Node,
): readonly t.Statement[] {
  const after: t.Statement[] = [];
  let current: t.Node = statement;
  while (current !== outermost) {
    const parent: t.Node | undefined = file.parentOf(current);
    if (!parent || t.isFunction(parent)) break;
    if (t.isStatement(current)) {
      const place = placeOf(file, current);
      const siblings = place?.list.slice(place.index + 1) ?? [];
      after.push(...siblings);
      if (siblings.some(endsPath)) break;
    }
    if (t.isTryStatement(parent) && parent.block === current && parent.finalizer)
      after.push(parent.finalizer);
    if (t.isLoop(parent)) after.push(parent);
    current = parent;
  }
  return after;
}

/** Names of block scope that a list of statements declares. */
function blockScopedNames(statements: readonly t.Statement[]): readonly t.Identifier[] {
  return statements.flatMap((statement) => {
    const isScoped =
      t.isClassDeclaration(statement) ||
      t.isFunctionDeclaration(statement) ||
      t.isTSEnumDeclaration(statement) ||
      (t.isVariableDeclaration(statement) && statement.kind !== 'var');
    return isScoped ? Object.values(t.getBindingIdentifiers(statement, false, true)) : [];
  });
}

export function spanOf(statements: readonly t.Statement[]): Span {
  const [first] = statements;
  const last = statements.at(-1);
  return first && last ? { start: startOf(first), end: endOf(last) } : { start: 0, end: 0 };
}

/** A name that the statements declare in block scope and that something outside of them refers to. */
export function nameUsedOutside(
  file: SyntaxFile,
  statements: readonly t.Statement[],
): t.Identifier | undefined {
  const span = spanOf(statements);
  return blockScopedNames(statements).find((name) => {
    const binding = file.bindingOf(name);
    return binding && [...binding.references, ...binding.writes].some((use) => !isWithin(span, use));
  });
}
