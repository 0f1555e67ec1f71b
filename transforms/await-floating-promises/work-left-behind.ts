import type * as t from '@babel/types';
import { startedWork } from '../../src/flow/started-work.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Reason, TransformContext } from '../../src/transform.js';
import type { AwaitPlan } from './await-plan.js';

/**
 * Up to Node.js 22, Lambda waits for the event loop to empty before it answers for a handler that neither calls back nor
 * returns a promise. It doesn't for an async one, so what nobody awaits would be cut off: then no promise of such a
 * handler is awaited by default. What is withheld may leave work behind for the others, so it takes rounds.
 */
export function withholdWorkLeftBehind(
  context: TransformContext,
  plans: readonly AwaitPlan[],
): readonly AwaitPlan[] {
  const safe = plans.filter(({ concern }) => !concern);
  const awaited = new Set<t.Node>(safe.flatMap(({ awaits }) => awaits.map(({ node }) => node)));
  const reasons = new Map<t.Function, Reason>();
  for (const { file, node } of safe.flatMap(({ handlers }) => handlers)) {
    const reason = reasons.has(node) ? undefined : findWorkLeftBehind(context, file, node, awaited);
    if (reason) reasons.set(node, reason);
  }
  if (reasons.size === 0) return plans;
  const next = plans.map((plan) => {
    const reason = plan.handlers.map(({ node }) => reasons.get(node)).find((found) => found !== undefined);
    return plan.concern || !reason ? plan : { ...plan, concern: reason };
  });
  return withholdWorkLeftBehind(context, next);
}

function findWorkLeftBehind(
  context: TransformContext,
  file: SyntaxFile,
  handler: t.Function,
  awaited: ReadonlySet<t.Node>,
): Reason | undefined {
  const { work, unknown } = startedWork(context, file, handler, { awaited, failing: [] });
  const left = [...work, ...unknown];
  const [first] = left;
  if (!first) return undefined;
  const what = file.text.slice(first.start, first.end).split('\n')[0] ?? '';
  return { code: 'work-after-answer', data: { what }, places: left };
}
