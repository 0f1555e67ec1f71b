import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName } from '../../syntax/unwrap.js';
import type { Binding } from '../../syntax/binding.js';
import { type FunctionInFile, functionNamed } from '../called-function.js';
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

/** What the function returns, where it says so. */
export function answersOf(file: SyntaxFile, fn: t.Function): readonly t.Expression[] {
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

/** What the callback may give another value, or change the inside of. */
interface Touched {
  readonly variables: ReadonlySet<t.Identifier>;
  readonly isThis: boolean;
}

function touchedBy(loose: LooseTimer): Touched {
  const { file, timer } = loose;
  const functions = functionsRunBy(loose);
  const nodes = [
    ...functions.flatMap((code) => [...assignedBy(file, code), ...handedOutBy(file, code)]),
    ...timer.args,
  ];
  return {
    variables: variablesIn(file, nodes, functions),
    isThis: nodes.some((node) => mentionsThis(file, node)),
  };
}

function mentionsThis(file: SyntaxFile, node: t.Node): boolean {
  return file.nodes('ThisExpression').some((inner) => file.contains(node, inner));
}

/** A variable of somebody else that is given other values: also by those whom the callback calls. */
function isOuterVariable(file: SyntaxFile, fn: t.Function, { identifier, writes }: Binding): boolean {
  return writes.length > 0 && !file.contains(fn, identifier);
}

/** Would an answer that is made behind the callback be another one? It may read what the callback changes. */
export function readsWhatChanges(loose: LooseTimer): boolean {
  const { file, fn } = loose;
  const { variables, isThis } = touchedBy(loose);
  const isChanged = (identifier: t.Identifier): boolean => {
    const binding = file.bindingOf(identifier);
    return binding !== undefined && (variables.has(binding.identifier) || isOuterVariable(file, fn, binding));
  };
  return answersOf(file, fn).some(
    (answer) => identifiersIn(file, answer).some(isChanged) || (isThis && mentionsThis(file, answer)),
  );
}

/** The same for the answer of a function that calls the one which starts the timer, directly or through others. */
export function readsWhatHelperChanges(
  loose: LooseTimer,
  { file, fn, call }: FunctionInFile & { readonly call: t.CallExpression },
): boolean {
  const { variables, isThis } = touchedBy(loose);
  if (variables.size === 0 && !isThis) return false;
  const given = variablesIn(file, call.arguments);
  const isChanged = (identifier: t.Identifier): boolean => {
    const binding = file.bindingOf(identifier);
    if (!binding) return false;
    const isShared = variables.has(binding.identifier) || given.has(binding.identifier);
    return isShared || binding.kind === 'import' || isOuterVariable(file, fn, binding);
  };
  return answersOf(file, fn).some(
    (answer) => identifiersIn(file, answer).some(isChanged) || mentionsThis(file, answer),
  );
}
