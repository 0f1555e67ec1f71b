import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import type { LooseTimer } from './loose-timer.js';
import { callbackFunction } from './plain-callback.js';
import { isHarmless } from './timer-effects.js';

function identifiersIn(file: SyntaxFile, node: t.Node): readonly t.Identifier[] {
  return file.nodes('Identifier').filter((identifier) => file.contains(node, identifier));
}

/** `new Error(…)` keeps what it is given to itself. */
function keepsNothing(file: SyntaxFile, { callee }: t.CallExpression | t.NewExpression): boolean {
  return isHarmless(file, callee) || (t.isIdentifier(callee) && /Error$/.test(callee.name));
}

function callsIn(file: SyntaxFile, code: t.Node): readonly (t.CallExpression | t.NewExpression)[] {
  return [...file.nodes('CallExpression'), ...file.nodes('NewExpression')].filter((call) =>
    file.contains(code, call),
  );
}

/** A function, and those of the file that it calls by their names. */
function withCallees(file: SyntaxFile, fn: t.Function, seen = new Set<t.Function>()): Set<t.Function> {
  if (seen.has(fn)) return seen;
  seen.add(fn);
  for (const { callee } of callsIn(file, fn)) {
    const called = t.isIdentifier(callee) ? functionNamed(file, callee) : undefined;
    if (called) withCallees(file, called, seen);
  }
  return seen;
}

/** What a piece of code gives another value. */
function assignedBy(file: SyntaxFile, code: t.Node): readonly t.Node[] {
  return [
    ...file.nodes('AssignmentExpression').map(({ left }) => left),
    ...file.nodes('UpdateExpression').map(({ argument }) => argument),
    ...file
      .nodes('UnaryExpression')
      .filter(({ operator }) => operator === 'delete')
      .map(({ argument }) => argument),
  ].filter((target) => file.contains(code, target));
}

/** What somebody else may change, because a call is given it or is a method of it. */
function handedOutBy(file: SyntaxFile, code: t.Node): readonly t.Node[] {
  return callsIn(file, code)
    .filter((call) => !keepsNothing(file, call))
    .flatMap(({ callee, arguments: args }) =>
      t.isMemberExpression(callee) ? [callee.object, ...args] : args,
    );
}

/** Variables that are mentioned, by the identifiers that declare them; those of the functions themselves are theirs. */
function variablesIn(
  file: SyntaxFile,
  nodes: readonly t.Node[],
  functions: readonly t.Function[] = [],
): ReadonlySet<t.Identifier> {
  const declarations = nodes
    .flatMap((node) => identifiersIn(file, node))
    .flatMap((identifier) => file.bindingOf(identifier)?.identifier ?? []);
  return new Set(declarations.filter((name) => !functions.some((fn) => file.contains(fn, name))));
}

function answersOf(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
  return file
    .nodes('ReturnStatement')
    .filter((node) => file.enclosingFunction(node) === fn)
    .flatMap(({ argument }) => argument ?? []);
}

/** Names that an answer refers to; what `JSON.stringify` makes of them is a copy. */
function namesSharedBy(file: SyntaxFile, answer: t.Node): readonly t.Identifier[] {
  const copies = file
    .nodes('CallExpression')
    .filter(({ callee }) => t.isMemberExpression(callee) && memberName(callee) === 'stringify');
  return identifiersIn(file, answer)
    .filter((identifier) => !copies.some((copy) => file.contains(copy, identifier)))
    .filter((identifier) => file.bindingOf(identifier) !== undefined);
}

function functionsRunBy({ file, timer }: LooseTimer): readonly t.Function[] {
  const callback = callbackFunction(file, timer);
  return callback ? [...withCallees(file, callback)] : [];
}

function declarationOf(file: SyntaxFile, identifier: t.Identifier): t.Identifier | undefined {
  return file.bindingOf(identifier)?.identifier;
}

/**
 * Something that the answer holds, by reference, and that the callback may change: the answer is sent behind the
 * callback now.
 */
export function changedInAnswer(loose: LooseTimer): string | undefined {
  const { file, fn, timer } = loose;
  const functions = functionsRunBy(loose);
  const mutated = functions.flatMap((code) => [
    ...assignedBy(file, code).filter((target) => !t.isIdentifier(target)),
    ...handedOutBy(file, code),
  ]);
  const changed = variablesIn(file, [...mutated, ...timer.args], functions);
  const isChanged = (identifier: t.Identifier): boolean => {
    const declaration = declarationOf(file, identifier);
    return declaration !== undefined && changed.has(declaration);
  };
  return answersOf(file, fn)
    .flatMap((answer) => namesSharedBy(file, answer))
    .find(isChanged)?.name;
}

/** Would an answer that is made behind the callback be another one? It may read what the callback changes. */
export function readsWhatChanges(loose: LooseTimer): boolean {
  const { file, fn, timer } = loose;
  const functions = functionsRunBy(loose);
  const touched = functions.flatMap((code) => [...assignedBy(file, code), ...handedOutBy(file, code)]);
  const changed = variablesIn(file, [...touched, ...timer.args], functions);
  const isChanged = (identifier: t.Identifier): boolean => {
    const binding = file.bindingOf(identifier);
    if (!binding) return false;
    const isOuterVariable = binding.writes.length > 0 && !file.contains(fn, binding.identifier);
    return changed.has(binding.identifier) || isOuterVariable;
  };
  return answersOf(file, fn).some((answer) => identifiersIn(file, answer).some(isChanged));
}
