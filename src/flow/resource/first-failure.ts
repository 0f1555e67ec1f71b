import { isTypeScript } from '../../syntax/is-typescript.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { ReleaseText } from './release-text.js';

/** A `try` whose `finally` fails by the failure of the block, and only without one by that of the release. */
export interface FirstFailureLines {
  readonly head: readonly string[];
  readonly onError: readonly string[];
  readonly release: readonly string[];
}

/** @param release whose failure the code reports */
export function firstFailureLines(file: SyntaxFile, { before, lines }: ReleaseText): FirstFailureLines {
  const { indent, semicolon } = file.style;
  const failure = file.freshName('failure');
  const last = (lines.at(-1) ?? '').replace(/;$/, '');
  return {
    head: [`let ${failure}${isTypeScript(file.path) ? ': unknown' : ''}${semicolon}`],
    onError: [`${failure} = error${semicolon}`, `throw error${semicolon}`],
    release: [
      ...before,
      ...lines.slice(0, -1),
      `${last}.catch((error) => {`,
      `${indent}throw ${failure} ?? error${semicolon}`,
      `})${semicolon}`,
    ],
  };
}
