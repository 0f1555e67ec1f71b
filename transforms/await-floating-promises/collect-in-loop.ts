import * as t from '@babel/types';
import type { TextEdit } from '../../src/edit/text-edit.js';
import { insertion, isParenthesized } from '../../src/flow/await-insertion.js';
import { isIndependentCall } from '../../src/flow/independent-call.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';

type CountedLoop = t.ForStatement | t.ForInStatement | t.ForOfStatement;

/** Gives each loop of a file a name of its own for what it collects. */
export class CollectionNames {
  readonly #given = new Map<string, Set<string>>();

  next(file: SyntaxFile): string {
    const given = this.#given.get(file.path) ?? new Set();
    this.#given.set(file.path, given);
    let name = file.freshName('pending');
    for (let number = 2; given.has(name); number += 1) name = file.freshName(`pending${number}`);
    given.add(name);
    return name;
  }
}

/**
 * `for (const x of xs) save(x);` starts all calls at once. Where they are known not to depend on one another that is
 * kept: the promises are collected, and awaited behind the loop. Otherwise an `await` in the loop makes one call after
 * the other, which is one of the orders in which they could have ended before.
 *
 * @param dropped all promises that the file drops: two in one loop are awaited one after the other
 * @returns undefined where the calls can't be collected
 */
export function collectInLoop(
  context: TransformContext,
  file: SyntaxFile,
  expression: t.Expression,
  { names, dropped }: { readonly names: CollectionNames; readonly dropped: readonly t.Expression[] },
): readonly TextEdit[] | undefined {
  const loop = loopWhoseBodyEndsWith(file, expression);
  if (!loop || dropped.some((other) => other !== expression && file.contains(loop, other))) return undefined;
  if (isParenthesized(expression) || !isIndependentCall(context, file, expression)) return undefined;
  const { semicolon, lineEnd } = file.style;
  const indent = file.indentAt(startOf(loop));
  const name = names.next(file);
  return [
    insertion(startOf(loop), `const ${name} = []${semicolon}${lineEnd}${indent}`),
    insertion(startOf(expression), `${name}.push(`),
    insertion(endOf(expression), ')'),
    insertion(endOf(loop), `${lineEnd}${indent}await Promise.all(${name})${semicolon}`),
  ];
}

/** The outermost loop around a statement that is the last of its body, when nothing in it needs the steps one by one. */
function loopWhoseBodyEndsWith(file: SyntaxFile, expression: t.Expression): CountedLoop | undefined {
  const statement = file.parentOf(expression);
  if (!t.isExpressionStatement(statement)) return undefined;
  const body = file.parentOf(statement);
  const loop = t.isBlockStatement(body) && body.body.at(-1) === statement ? file.parentOf(body) : body;
  if (!t.isForStatement(loop) && !t.isForInStatement(loop) && !t.isForOfStatement(loop)) return undefined;
  if (t.isForOfStatement(loop) && loop.await) return undefined;
  const list = file.parentOf(loop);
  if (!t.isBlockStatement(list) && !t.isProgram(list)) return undefined;
  return isInOtherLoop(file, loop) || waitsOrLeaves(file, loop) ? undefined : loop;
}

function isInOtherLoop(file: SyntaxFile, loop: CountedLoop): boolean {
  for (const ancestor of file.ancestors(loop)) {
    if (t.isFunction(ancestor)) return false;
    if (t.isLoop(ancestor)) return true;
  }
  return false;
}

function waitsOrLeaves(file: SyntaxFile, loop: CountedLoop): boolean {
  const fn = file.enclosingFunction(loop);
  return [
    ...file.nodes('AwaitExpression'),
    ...file.nodes('ReturnStatement'),
    ...file.nodes('ThrowStatement'),
  ].some((node) => file.contains(loop, node) && file.enclosingFunction(node) === fn);
}
