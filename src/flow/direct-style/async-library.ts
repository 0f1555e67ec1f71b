import * as t from '@babel/types';
import { unwrap } from '../../syntax/unwrap.js';
import { moduleMemberOf } from '../module-member.js';
import type { ErrorHandling } from './callback-shape.js';
import type { Conversion } from './conversion.js';

/** Functions of `async` that do one thing after the other, so that nothing goes on behind a failure. */
const ONE_BY_ONE = /Series$|^(?:series|waterfall|whilst|until|doWhilst|doUntil|retry)$/;

/** Handlings after which the function fails as well: a failure is reported at once, and nobody waits today either. */
const FAILING: ReadonlySet<string> = new Set(['passed-on', 'passed-through', 'assumed-absent']);

/**
 * The calls inside the functions that a function of the `async` package is given, which end those functions: when the
 * whole call has called back, they have, too.
 *
 * @param handling what is done about an error; undefined when the callback is handed on
 */
export function callsEndedWith(
  c: Conversion,
  call: t.CallExpression,
  handling: ErrorHandling | undefined,
): readonly t.Node[] {
  const { file } = c;
  const member = moduleMemberOf(file, call.callee);
  if (member?.module !== 'async') return [];
  const isOneByOne = ONE_BY_ONE.test(member.path.at(-1) ?? '');
  if (!isOneByOne && handling && !FAILING.has(handling.kind)) {
    const what = `${file.slice(call.callee)}, whose other tasks go on when one has failed`;
    if (c.completions.names.call === undefined) c.doubt('work-after-answer', what, call);
    return [];
  }
  return call.arguments
    .slice(0, -1)
    .flatMap(functionsIn)
    .flatMap((fn) => {
      const done = fn.params.at(-1);
      const binding = t.isIdentifier(done) ? file.bindingOf(done) : undefined;
      const uses = binding?.references ?? [];
      return file
        .nodes('CallExpression')
        .filter((inner) => file.contains(fn, inner) && !file.isGlobal(inner.callee, 'setInterval'))
        .filter((inner) =>
          inner.arguments.some((argument) => uses.some((use) => file.contains(argument, use))),
        );
    });
}

/** A function, or those of a list or an object of tasks. */
function functionsIn(argument: t.Node): readonly t.Function[] {
  const node = unwrap(argument);
  if (t.isFunction(node)) return [node];
  if (t.isArrayExpression(node))
    return node.elements.flatMap((element) => (element ? functionsIn(element) : []));
  if (!t.isObjectExpression(node)) return [];
  return node.properties.flatMap((property) =>
    t.isObjectProperty(property) ? functionsIn(property.value) : t.isObjectMethod(property) ? [property] : [],
  );
}
