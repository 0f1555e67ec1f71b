import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { asyncSignatureEdits } from '../async-signature.js';
import { isThenable } from '../is-thenable.js';
import { returnsPromiseAlready } from '../promise-return.js';
import { endsPath } from '../statement-list.js';
import { answersOf } from './changed-answer.js';
import { withEdits } from './helper-timer.js';
import type { LooseTimer } from './loose-timer.js';
import { fixTimer, type TimerFix } from './timer-fix.js';

/** Does it answer with a promise whatever happens, so that nobody sees a difference when it becomes async? */
function answersWithPromise(context: TransformContext, file: SyntaxFile, fn: t.Function): boolean {
  // Types need not tell of a way that ends without a `return`.
  if (fn.params.length > 2 || !t.isBlockStatement(fn.body) || !endsPath(fn.body.body.at(-1))) return false;
  const answers = answersOf(file, fn);
  return (
    returnsPromiseAlready(context.types, file, fn) ||
    (answers.length > 0 && answers.every((answer) => isThenable(context, file, answer) === 'yes'))
  );
}

/** Makes the timer end before the handler answers; a handler that returns a promise becomes async for it. */
export function fixTimerInHandler(context: TransformContext, loose: LooseTimer): TimerFix {
  const { file, fn } = loose;
  if (fn.async) return fixTimer(context, loose);
  if (!answersWithPromise(context, file, fn))
    return {
      kind: 'refusal',
      reason: { code: 'not-async', data: { name: 'the handler' }, places: [file.rangeOf(loose.timer.call)] },
    };
  const signature = asyncSignatureEdits(file, fn, { withKeyword: true });
  if (!signature.ok) return { kind: 'refusal', reason: signature.reason };
  return withEdits(fixTimer(context, loose), new Map([[file.path, signature.edits]]));
}
