import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../syntax/syntax-file.js';

/** A variable of the module that an `await` would let others write to between a read and a write of it. */
export interface SharedStateHazard {
  /** As it is written: `count`, `cache.size`. */
  readonly name: string;
  readonly read: t.Node;
  readonly write: t.Node;
}

interface Use {
  readonly name: string;
  readonly node: t.Node;
  /** `own`: what is read goes nowhere but into the write that is part of it: `count += 1;` */
  readonly reads: 'yes' | 'own' | 'no';
  readonly writes: boolean;
}

/**
 * Looks for module state that the function reads before this place and writes behind it. While an `await` there waits,
 * another call of the function may do the same, and one of the writes is lost. An `await` that is there already between
 * the two makes the new one harmless.
 *
 * @param at where the `await` is put, by the expression that is awaited
 */
export function findSharedStateHazard(
  file: SyntaxFile,
  fn: t.Function,
  at: t.Expression,
): SharedStateHazard | undefined {
  const uses = findUsesOfModuleState(file, fn);
  // A write happens when everything inside it has been evaluated.
  const writes = uses.filter((use) => use.writes && endOf(use.node) > startOf(at));
  for (const write of writes) {
    const read = uses.find(
      (use) =>
        (use.reads === 'yes' || (use.reads === 'own' && use === write)) &&
        use.name === write.name &&
        startOf(use.node) < startOf(at) &&
        !isAwaitBetween(file, fn, startOf(use.node), startOf(write.node)),
    );
    if (read) return { name: write.name, read: read.node, write: write.node };
  }
  return undefined;
}

function isAwaitBetween(file: SyntaxFile, fn: t.Function, from: number, to: number): boolean {
  return file
    .nodes('AwaitExpression')
    .some((node) => from < startOf(node) && startOf(node) < to && file.enclosingFunction(node) === fn);
}

function findUsesOfModuleState(file: SyntaxFile, fn: t.Function): readonly Use[] {
  return file
    .nodes('Identifier')
    .filter((identifier) => file.contains(fn.body, identifier) && isModuleVariable(file, identifier))
    .flatMap((identifier) => toUse(file, identifier) ?? []);
}

function isModuleVariable(file: SyntaxFile, identifier: t.Identifier): boolean {
  const binding = file.bindingOf(identifier);
  return (
    binding !== undefined &&
    t.isProgram(binding.scope) &&
    (binding.kind === 'let' || binding.kind === 'var' || binding.kind === 'const')
  );
}

function toUse(file: SyntaxFile, identifier: t.Identifier): Use | undefined {
  let place: t.Node = identifier;
  let parent = file.parentOf(place);
  while (t.isMemberExpression(parent) && parent.object === place && !isCalled(file, parent)) {
    place = parent;
    parent = file.parentOf(place);
  }
  const name = file.slice(place);
  if (t.isUpdateExpression(parent)) return { name, node: parent, reads: readBy(file, parent), writes: true };
  if (t.isAssignmentExpression(parent) && parent.left === place) {
    const reads = parent.operator === '=' ? 'no' : readBy(file, parent);
    return { name, node: parent, reads, writes: true };
  }
  return place === identifier && file.bindingOf(identifier)?.kind === 'const'
    ? undefined
    : { name, node: place, reads: 'yes', writes: false };
}

function isCalled(file: SyntaxFile, member: t.MemberExpression): boolean {
  const parent = file.parentOf(member);
  return (t.isCallExpression(parent) || t.isOptionalCallExpression(parent)) && parent.callee === member;
}

/** What `count += 1` and `count++` read is lost unless their own value is used. */
function readBy(file: SyntaxFile, expression: t.Expression): Use['reads'] {
  return t.isExpressionStatement(file.parentOf(expression)) ? 'own' : 'yes';
}
