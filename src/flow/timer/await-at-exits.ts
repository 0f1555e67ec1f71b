import * as t from '@babel/types';
import type { FileEdits } from '../../edit/file-edits.js';
import { isTypeScript } from '../../syntax/is-typescript.js';
import { startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import { addFinally, type StatementSpan, wrapInTry } from '../finally-edits.js';
import { placeOf } from '../statement-list.js';
import { otherFailures } from './may-fail.js';
import { awaitReturnedPromises, pendingAnswers } from './pending-answer.js';
import type { StartedHere, WorkPlace } from './started-here.js';

/** How the promise of the timer gets from where it is started to where it is awaited. */
type Carrier =
  /** A constant: the timer stands in the body of the function itself. */
  | { readonly kind: 'constant' }
  /** A variable in front of the branch that may start it. */
  | { readonly kind: 'variable' }
  /** A list, in front of the loop that may start several. */
  | { readonly kind: 'list' };

export interface ExitPlan {
  readonly carrier: Carrier;
  readonly span: StatementSpan;
}

/**
 * Where the promise of what the statement starts can be awaited.
 *
 * @param isCertain whether the statement starts it whenever it runs
 * @returns undefined where the function has no body of statements
 */
export function exitPlanOf({ file, fn, statement }: WorkPlace, isCertain = true): ExitPlan | undefined {
  if (!t.isBlockStatement(fn.body)) return undefined;
  const list = fn.body.body;
  const outermost = list.find((candidate) => file.contains(candidate, statement));
  const place = outermost && placeOf(file, outermost);
  if (!place) return undefined;
  const span = { place, first: place.index, end: list.length };
  if (outermost === statement && isCertain)
    return { carrier: { kind: 'constant' }, span: { ...span, first: place.index + 1 } };
  for (const ancestor of file.ancestors(statement)) {
    if (ancestor === fn) break;
    if (t.isLoop(ancestor) || t.isFunction(ancestor)) return { carrier: { kind: 'list' }, span };
  }
  return { carrier: { kind: 'variable' }, span };
}

/** The code around the timer's promise. */
interface Parts {
  /** In front of the `try`. */
  readonly head: readonly string[];
  /** In front of the timer's own statement. */
  readonly before: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly onError: readonly string[];
  readonly release: readonly string[];
}

function carrierParts(file: SyntaxFile, { kind }: Carrier, name: string): Parts {
  const { semicolon } = file.style;
  const typed = isTypeScript(file.path);
  const single = { before: [], end: '', onError: [], release: [`await ${name}${semicolon}`] };
  switch (kind) {
    case 'constant':
      return { ...single, head: [], start: `const ${name} = ` };
    case 'variable':
      return {
        ...single,
        head: [`let ${name}${typed ? ': Promise<unknown> | undefined' : ''}${semicolon}`],
        start: `${name} = `,
      };
    case 'list':
      return {
        ...single,
        head: [`const ${name}${typed ? ': Promise<unknown>[]' : ''} = []${semicolon}`],
        start: `${name}.push(`,
        end: ')',
        release: [`await Promise.all(${name})${semicolon}`],
      };
  }
}

/** The function ends by the failure that came first, its own or the timer's. */
function withFirstFailure(file: SyntaxFile, parts: Parts, carrier: Carrier, mayThrow: boolean): Parts {
  const { semicolon } = file.style;
  const failures = file.freshName('failures');
  const declaration = `const ${failures}${isTypeScript(file.path) ? ': unknown[]' : ''} = []${semicolon}`;
  const isBeside = carrier.kind === 'constant';
  return {
    ...parts,
    head: isBeside ? parts.head : [declaration, ...parts.head],
    before: isBeside ? [declaration] : [],
    end: `.catch((error) => ${failures}.push(error))${parts.end}`,
    onError: mayThrow ? [`${failures}.push(error)${semicolon}`, `throw error${semicolon}`] : [],
    release: [...parts.release, `if (${failures}.length > 0) throw ${failures}[0]${semicolon}`],
  };
}

function partsOf(context: TransformContext, started: StartedHere, { carrier, span }: ExitPlan): Parts {
  const { file, fn, mayFail } = started;
  const parts = carrierParts(file, carrier, file.freshName(carrier.kind === 'list' ? 'timers' : 'timer'));
  if (!mayFail) return parts;
  const others = otherFailures(file, fn, span.place.list.slice(span.first, span.end));
  // What is returned is awaited in the `try` from now on.
  const waitsForAnswer = pendingAnswers(context, file, fn, span).length > 0;
  const mayThrow = others.mayThrow || waitsForAnswer;
  return mayThrow || others.mayWait ? withFirstFailure(file, parts, carrier, mayThrow) : parts;
}

/** Leaves the work to start where it did, and waits for it however the function ends. */
export function awaitAtExits(
  context: TransformContext,
  edits: FileEdits,
  started: StartedHere,
  plan: ExitPlan,
): void {
  const { file, fn, statement } = started;
  const { span } = plan;
  const { head, before, start, end, onError, release } = partsOf(context, started, plan);
  const { lineEnd, semicolon } = file.style;
  const opening = [...before, start].join(lineEnd + file.indentAt(startOf(statement)));
  started.write(edits, opening, end + semicolon);
  awaitReturnedPromises(context, file, edits, fn, span);
  const [only, ...others] = span.place.list.slice(span.first, span.end);
  if (onError.length === 0 && t.isTryStatement(only) && !only.finalizer && others.length === 0) {
    addFinally(file, edits, only, release, { head });
  } else {
    wrapInTry(file, edits, span, release, { head, onError });
  }
}
