import * as t from '@babel/types';
import type { Handler } from '../../src/project/handler.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import { endOf, startOf } from '../../src/syntax/syntax-file.js';
import { unwrap } from '../../src/syntax/unwrap.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import type { NodeRange, Reference } from '../../src/types/oracle.js';
import { answersByContext, answersOf } from './answers.js';

/**
 * Is Lambda the only caller? Other code that hands the handler a callback of its own (a proxy, a test, a local runner)
 * would wait for it in vain.
 *
 * @returns the places that call it or pass it on, or that they can't be told: it may be taken by a computed name, or
 * loaded by one; undefined when there are none.
 */
export function findOtherCallers(
  context: TransformContext,
  file: SyntaxFile,
  handler: Handler,
): Reason | undefined {
  const usage = context.types.usageOf(file.rangeOf(handler.fn));
  if (usage.is !== 'yes') return { code: 'callers-unknown', data: { name: `\`${handler.exportName}\`` } };
  const needsContext = answersByContext(file, answersOf(file, handler.fn).context);
  const places = usage.value.references.filter((reference) => {
    const user = context.fileAt(reference.file);
    if (!user || isInside(file.rangeOf(handler.fn), reference)) return false;
    if (reference.kind === 'call') return givesCallback(user, reference, needsContext ? 2 : 3);
    return reference.kind === 'value' && !isExport(user, reference) && !isWrapped(file, handler, reference);
  });
  return places.length > 0
    ? { code: 'other-callers', data: { name: handler.exportName }, places }
    : undefined;
}

/** What the handler does with itself is the conversion's business. */
function isInside(outer: NodeRange, inner: NodeRange): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Does the call reach the parameter that answers? */
function givesCallback(user: SyntaxFile, reference: Reference, parameters: number): boolean {
  return user
    .nodesAt(reference.start)
    .some(
      (node) =>
        (t.isCallExpression(node) || t.isOptionalCallExpression(node)) &&
        endOf(node) === reference.end &&
        (node.arguments.length >= parameters ||
          node.arguments.some((argument) => t.isSpreadElement(argument))),
    );
}

/** `exports.handler = handler`, `module.exports = { handler }`, `export default handler` */
function isExport(user: SyntaxFile, { start, end }: NodeRange): boolean {
  const exported = [
    ...user.nodes('ExportNamedDeclaration'),
    ...user.nodes('ExportDefaultDeclaration'),
    ...user.nodes('TSExportAssignment'),
    ...user.nodes('AssignmentExpression').filter(({ left }) => isExportsMember(user, left)),
  ];
  return exported.some(
    (node) => startOf(node) <= start && end <= endOf(node) && !isInFunctionOf(user, node, start),
  );
}

/** Code of an exported function only uses what it names. */
function isInFunctionOf(user: SyntaxFile, outer: t.Node, start: number): boolean {
  const [node] = user.nodesAt(start);
  const fn = node && user.enclosingFunction(node);
  return fn !== undefined && user.contains(outer, fn);
}

function isExportsMember(user: SyntaxFile, target: t.Node): boolean {
  const node = unwrap(target);
  if (user.isGlobal(node, 'exports') || user.isGlobal(node, 'module')) return true;
  return t.isMemberExpression(node) && isExportsMember(user, node.object);
}

function isWrapped(file: SyntaxFile, { wrappers }: Handler, { file: path, start, end }: NodeRange): boolean {
  return path === file.path && wrappers.some((call) => startOf(call) <= start && end <= endOf(call));
}
