import * as t from '@babel/types';
import { isTypeScript } from '../../syntax/is-typescript.js';
import { endOf, startOf } from '../../syntax/syntax-file.js';
import { mayThrowAtOnce } from '../sync-throw.js';
import type { Conversion } from './conversion.js';
import type { CountedLoop } from './counted-loop.js';
import { deeper } from './layout.js';
import type { Place } from './place.js';

/** What the result waits for where not all calls of a loop end well. */
export type WhenOneFails =
  /** No call fails. */
  | 'never'
  /** The other calls end before the failure goes on. */
  | 'others-end'
  /** So they do when a round throws, and starts no call. */
  | 'others-end-whoever-fails';

/** @param mayFail may a call of the loop fail? */
export function whenOneFails({ file }: Conversion, loop: CountedLoop, mayFail: boolean): WhenOneFails {
  const { fn, round, call } = loop;
  if (!mayFail) return 'never';
  const isRisky = (code: t.Node): boolean =>
    t.isPattern(code) || (fn !== undefined && mayThrowAtOnce(file, fn, code, new Set([call])));
  const mayRoundThrow = round.some((code) =>
    t.isVariableDeclaration(code) ? isRisky(code.declarations[0]?.id ?? code) : isRisky(code),
  );
  return mayRoundThrow ? 'others-end-whoever-fails' : 'others-end';
}

/** Where the loop itself goes: into a `try` block when what its rounds throw has to wait. */
export function placeOfLoop(
  c: Conversion,
  { statement }: CountedLoop,
  place: Place,
  failing: WhenOneFails,
): Place {
  if (failing !== 'others-end-whoever-fails') return place;
  c.edits.reindent(startOf(statement), endOf(statement), 1);
  return { ...place, indent: deeper(c, place.indent), shift: place.shift + 1 };
}

/** What goes around a loop in the result. */
interface Lines {
  /** The name of the list of promises. */
  readonly name: string;
  /** In front of what waits for the promises. */
  readonly before: readonly string[];
  /** When all calls have ended well. */
  readonly behind: readonly string[];
}

/**
 * Writes the list of promises in front of the loop, and behind it what waits for them. The first failure is the
 * result's, which `Promise.all` alone would hand on while other calls are still running.
 */
export function waitForRounds(
  c: Conversion,
  { statement }: CountedLoop,
  place: Place,
  failing: WhenOneFails,
  { name, before, behind }: Lines,
): void {
  const { lineEnd, semicolon, indent } = c.file.style;
  const type = isTypeScript(c.file.path) ? ': Promise<unknown>[]' : '';
  const list = `const ${name}${type} = []${semicolon}`;
  const all = `await Promise.all(${name})`;
  const settled = `Promise.allSettled(${name})`;
  const lines = (...texts: readonly string[]): string => texts.join(lineEnd + place.indent);
  if (failing === 'others-end-whoever-fails') {
    const inside = [...before, `${all}${semicolon}`].map((line) => indent + line);
    const closing = ['} finally {', `${indent}await ${settled}${semicolon}`, '}'];
    c.edits.insert(startOf(statement), lines(list, 'try {', indent));
    c.edits.insert(endOf(statement), lines('', ...inside, ...closing, ...behind));
    return;
  }
  const othersToo = failing === 'others-end' ? `.finally(() => ${settled})` : '';
  c.edits.insert(startOf(statement), lines(list, ''));
  c.edits.insert(endOf(statement), lines('', ...before, `${all}${othersToo}${semicolon}`, ...behind));
}
