import * as t from '@babel/types';
import { insertion } from '../../src/flow/await-insertion.js';
import { thenableValue } from '../../src/flow/thenable-value.js';
import type { Binding } from '../../src/syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise, Mend } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/** `pending.push(f())` on a handler path, where nothing else is ever done with `pending`. */
export function findCollectedPromises(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    file.nodes('VariableDeclarator').flatMap((declarator): FloatingPromise[] => {
      const { id, init } = declarator;
      if (!t.isIdentifier(id) || !t.isArrayExpression(init) || init.elements.length > 0) return [];
      const binding = file.bindingOf(id);
      const pushes = binding && pushesInto(file, binding);
      if (!pushes || pushes.length === 0 || !isOnHandlerPath(file, declarator)) return [];
      const promise = pushes
        .flatMap((push) => push.arguments)
        .find((value) => isPromise(context, file, value));
      if (!promise) return [];
      const mend = mendOf(file, binding, declarator, pushes);
      return [{ code: 'collected-not-awaited', file, expression: init, typeName: 'Promise', mend }];
    }),
  );
}

function isPromise(context: TransformContext, file: SyntaxFile, value: t.Node): boolean {
  return t.isExpression(value) && thenableValue(context, file, value).is === 'yes';
}

/** The calls of `push`, when the array is used for nothing else. */
function pushesInto(file: SyntaxFile, binding: Binding): readonly t.CallExpression[] | undefined {
  if (binding.writes.length > 0) return undefined;
  const calls = binding.references.map((reference) => {
    const member = file.parentOf(reference);
    if (!t.isMemberExpression(member) || member.object !== reference || memberName(member) !== 'push')
      return undefined;
    const call = file.parentOf(member);
    return t.isCallExpression(call) && t.isExpressionStatement(file.parentOf(call)) ? call : undefined;
  });
  return calls.every((call) => call !== undefined) ? calls : undefined;
}

/** Awaits them all behind the last statement that collects, in the block that declares the array. */
function mendOf(
  file: SyntaxFile,
  binding: Binding,
  declarator: t.VariableDeclarator,
  pushes: readonly t.CallExpression[],
): Mend {
  const declaration = file.parentOf(declarator);
  const block = declaration && file.parentOf(declaration);
  const last = pushes.at(-1);
  const fn = file.enclosingFunction(declarator);
  const isInOneFunction = pushes.every((push) => file.enclosingFunction(push) === fn);
  const statement =
    t.isBlockStatement(block) && last
      ? block.body.find((candidate) => file.contains(candidate, last))
      : undefined;
  const exit = statement && exitBefore(file, fn, endOf(declarator), endOf(statement));
  if (!statement || !isInOneFunction || exit)
    return {
      kind: 'refuse',
      reason: {
        code: 'awaited-on-some-paths',
        data: { name: binding.name },
        places: [file.rangeOf(exit ?? declarator)],
      },
    };
  const { lineEnd, semicolon } = file.style;
  const line = `${lineEnd}${file.indentAt(startOf(statement))}await Promise.all(${binding.name})${semicolon}`;
  return { kind: 'await', edits: [insertion(endOf(statement), line)], needsPromise: true };
}

function exitBefore(
  file: SyntaxFile,
  fn: t.Function | undefined,
  from: number,
  to: number,
): t.Node | undefined {
  return [...file.nodes('ReturnStatement'), ...file.nodes('ThrowStatement')].find(
    (node) => startOf(node) > from && endOf(node) <= to && file.enclosingFunction(node) === fn,
  );
}
