import type * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';

/** The rule under its names in typescript-eslint and oxlint, and in biome. */
const RULE_NAME = /\bno-floating-promises\b|\bnoFloatingPromises\b/;
const NEXT_LINE = /^[\s*]*(?:(?:eslint|oxlint)-disable-next-line|biome-ignore)\b/;
const SAME_LINE = /^[\s*]*(?:eslint|oxlint)-disable-line\b/;
const FROM_HERE = /^[\s*]*(?:(?:eslint|oxlint)-disable|biome-ignore-start|biome-ignore-all)(?=\s)/;
const UNTIL_HERE = /^[\s*]*(?:(?:eslint|oxlint)-enable|biome-ignore-end)\b/;

interface Silenced {
  readonly start: number;
  readonly end: number;
}

/** The range that one comment silences; `undefined` when it is not about this rule. */
function silencedBy(file: SyntaxFile, comment: t.Comment): Silenced | undefined {
  if (!RULE_NAME.test(comment.value)) return undefined;
  if (NEXT_LINE.test(comment.value)) {
    const start = file.nextLineStart(endOf(comment));
    return { start, end: file.nextLineStart(start) };
  }
  if (SAME_LINE.test(comment.value))
    return { start: file.lineStart(startOf(comment)), end: file.nextLineStart(startOf(comment)) };
  if (!FROM_HERE.test(comment.value)) return undefined;
  const enabling = file.comments.find(
    (other) =>
      startOf(other) > startOf(comment) && UNTIL_HERE.test(other.value) && enablesTheRule(other.value),
  );
  return { start: startOf(comment), end: enabling ? startOf(enabling) : file.text.length };
}

function enablesTheRule(comment: string): boolean {
  const namedRules = comment.replace(UNTIL_HERE, '').replace(/--.*$/s, '').trim();
  return namedRules === '' || RULE_NAME.test(namedRules);
}

/** Does a comment of a linter say that the promise at this offset floats on purpose? */
export function isSilencedByLintComment(file: SyntaxFile, offset: number): boolean {
  return file.comments.some((comment) => {
    const silenced = silencedBy(file, comment);
    return silenced !== undefined && silenced.start <= offset && offset < silenced.end;
  });
}
