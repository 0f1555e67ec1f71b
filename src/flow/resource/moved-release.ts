import * as t from '@babel/types';
import { firstLine } from '../../syntax/first-line.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { Reason } from '../../transform.js';
import { type MovableRelease, nodeOf } from './existing-release.js';
import type { OwnedResource } from './owned-resource.js';
import { commentsOf } from './release-comments.js';
import { type ReleaseText, rollbackLine } from './release-text.js';
import { isMadePromise, type ReleaseWords, wordsOf } from './release-words.js';

function refusal({ file }: OwnedResource, what: string, releases: readonly MovableRelease[]): Reason {
  return { code: 'not-convertible', data: { what }, places: releases.map(({ call }) => file.rangeOf(call)) };
}

/** `conn.end((error) => …)`: what is done then would have to move, too. */
function isCalledBack(file: SyntaxFile, release: MovableRelease): boolean {
  const isFunction = (argument: t.Node): boolean =>
    t.isFunction(argument) ||
    (t.isIdentifier(argument) && ['param', 'function'].includes(file.bindingOf(argument)?.kind ?? ''));
  return !isMadePromise(file, release) && release.call.arguments.some(isFunction);
}

/** Does a string of several lines stand in it, which would be indented with it? */
function holdsSplitLiteral(file: SyntaxFile, release: MovableRelease): boolean {
  const node = nodeOf(release);
  return findLiteralRanges(file).some(
    ({ start, end }) =>
      startOf(node) <= start && end <= endOf(node) && file.text.slice(start, end).includes('\n'),
  );
}

/** Do both the same? A failure that one of them ignores is told by the other. */
function isSame(words: ReleaseWords, other: ReleaseWords): boolean {
  return other.called === words.called && (other.isQuiet || other.lines.join() === words.lines.join());
}

/** How the resource is closed in the `finally`, in the words of the releases that are there already. */
export function movedRelease(
  owned: OwnedResource,
  releases: readonly [MovableRelease, ...MovableRelease[]],
): ReleaseText | Reason {
  const { file, binding, resource } = owned;
  const calledBack = releases.find((release) => isCalledBack(file, release));
  if (calledBack) return { code: 'callback-form', data: { what: firstLine(file.slice(calledBack.call)) } };
  const all = releases.map((release) => wordsOf(owned, release));
  const words = all.find(({ isQuiet }) => !isQuiet) ?? wordsOf(owned, releases[0]);
  if (!all.every((other) => isSame(words, other)))
    return refusal(owned, 'it is closed in different ways', releases);
  if (releases.some((release) => holdsSplitLiteral(file, release)))
    return refusal(owned, 'a text of several lines stands in its release', releases);
  const { lines, expression, isPromise, reportsFailure } = words;
  const comments = releases
    .flatMap((release) => (release.kind === 'statement' ? commentsOf(file, release.statement) : []))
    .map((comment) => file.text.slice(comment.start ?? 0, comment.end ?? 0))
    .filter((comment) => !lines.some((line) => line.includes(comment)));
  const before = [...new Set(comments), ...rollbackLine(binding.name, resource, file)];
  return { before, lines, expression, isPromise, reportsFailure };
}
