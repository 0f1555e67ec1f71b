import * as t from '@babel/types';
import { type ChangeSet, changeSetOf } from '../../edit/change-set.js';
import { FileEdits } from '../../edit/file-edits.js';
import { findLiteralRanges } from '../../syntax/literal-ranges.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { awaitValueEdits } from '../await-insertion.js';
import { addFinally, removeStatement, wrapInTry } from '../finally-edits.js';
import type { MovableRelease } from './existing-release.js';
import { firstFailureLines } from './first-failure.js';
import type { OwnedResource } from './owned-resource.js';
import type { ReleasePlan } from './release-plan.js';
import { commentsOf } from './release-comments.js';
import { linesOf, type ReleaseText } from './release-text.js';
import type { ResourceUses } from './resource-uses.js';

export function removeRelease(file: SyntaxFile, edits: FileEdits, release: MovableRelease): void {
  if (release.kind === 'statement') {
    removeStatement(file, edits, release.statement, commentsOf(file, release.statement));
    return;
  }
  const { callee } = release.link;
  if (t.isMemberExpression(callee)) edits.remove(endOf(callee.object), endOf(release.link));
}

export function editsOf(file: SyntaxFile): FileEdits {
  return new FileEdits({
    text: file.text,
    indent: file.style.indent,
    literals: findLiteralRanges(file),
  });
}

/** The change that puts the release where the plan says, and awaits what would still run then. */
export function releaseEdits(
  { file, binding }: OwnedResource,
  uses: ResourceUses,
  releases: readonly MovableRelease[],
  plan: Exclude<ReleasePlan, { kind: 'refusal' }>,
  release: ReleaseText,
): ChangeSet {
  const edits = editsOf(file);
  for (const moved of releases) removeRelease(file, edits, moved);
  if (plan.kind === 'chain') {
    edits.insert(endOf(plan.promise), finallyLink(file, plan.promise, release));
    return changeSetOf(file.path, edits.toEdits());
  }
  for (const value of uses.returned)
    for (const { start, end, text } of awaitValueEdits(file, value)) edits.replace(start, end, text);
  for (const call of uses.dropped) edits.insert(startOf(call), 'await ');
  placeFinally(file, edits, plan, binding.name, release);
  return changeSetOf(file.path, edits.toEdits());
}

function placeFinally(
  file: SyntaxFile,
  edits: FileEdits,
  plan: Extract<ReleasePlan, { kind: 'extend' | 'wrap' }>,
  name: string,
  release: ReleaseText,
): void {
  const { indent, lineEnd } = file.style;
  const lines = linesOf(release);
  if (plan.kind === 'extend') {
    const guarded = [`if (${name}) {`, ...lines.map((line) => indent + line), '}'];
    addFinally(file, edits, plan.tryStatement, plan.isGuarded ? guarded : lines);
  } else if (plan.first < plan.end && release.reportsFailure) {
    const first = firstFailureLines(file, release);
    wrapInTry(file, edits, plan, first.release, first);
  } else if (plan.first < plan.end) {
    wrapInTry(file, edits, plan, lines);
  } else {
    const outer = file.indentAt(startOf(plan.opening));
    edits.insert(endOf(plan.opening), lines.map((line) => lineEnd + outer + line).join(''));
  }
}

/** On a line of its own where the links before it are. */
function finallyLink(file: SyntaxFile, promise: t.Expression, { expression = '' }: ReleaseText): string {
  const link = `.finally(() => ${expression})`;
  if (!t.isCallExpression(promise) || !t.isMemberExpression(promise.callee)) return link;
  const dot = file.text.lastIndexOf('.', startOf(promise.callee.property));
  const isOwnLine = file.text.slice(file.lineStart(dot), dot).trim() === '';
  return isOwnLine ? file.style.lineEnd + file.indentAt(dot) + link : link;
}
