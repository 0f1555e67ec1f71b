import { SyntaxFile } from '../syntax/syntax-file.js';
import type { Reason } from '../transform.js';
import { UNCHECKABLE } from '../types/oracle.js';
import type { Workspace } from '../workspace.js';
import { findLostText } from './lost-text.js';
import type { Breakage } from './take-back.js';
import { findNewTypeErrors } from './verify.js';

/** How much of a lost comment or string a message quotes. */
const quotedLength = 40;

/**
 * What is wrong in the rewritten texts and was not in the texts that were read: they don't parse, they lack a comment
 * or the content of a string, or they have type errors that were not there.
 *
 * @param withTypes Whether to look for type errors too.
 */
export function findBreakages(workspace: Workspace, withTypes = true): readonly Breakage[] {
  const changed = workspace.overlay.changedFiles();
  const breakages = changed.flatMap((file) => findTextBreakages(workspace, file));
  return breakages.length > 0 || !withTypes ? breakages : findTypeBreakages(workspace, changed);
}

function findTextBreakages(workspace: Workspace, path: string): readonly Breakage[] {
  const after = workspace.parse(path);
  if (after === undefined) return [];
  if (!(after instanceof SyntaxFile)) {
    return [{ file: path, reason: { code: 'does-not-parse', data: { what: after.message } } }];
  }
  const before = SyntaxFile.parse(path, workspace.overlay.original.get(path) ?? '');
  if (!(before instanceof SyntaxFile)) return [];
  const dropped = workspace.overlay.droppedStringsOf(path);
  const lost = findLostText(before, after).filter(
    ({ kind, text }) => kind === 'comment' || !dropped.includes(text),
  );
  return lost.map(({ kind, text }) => ({
    file: path,
    reason: {
      code: 'loses-text',
      data: { what: `the ${kind} ${JSON.stringify(text.slice(0, quotedLength))}` },
    },
  }));
}

function findTypeBreakages({ overlay, types }: Workspace, changed: readonly string[]): readonly Breakage[] {
  const after = new Map(changed.map((file) => [file, overlay.read(file)]));
  const errors = findNewTypeErrors({ before: overlay.original, after, oracle: types });
  return errors.flatMap(({ file, start, code, message }): Breakage[] => {
    const reason: Reason =
      code === UNCHECKABLE
        ? { code: 'not-checkable' }
        : { code: 'adds-type-error', data: { what: `TS${code}: ${message.split('\n')[0] ?? ''}` } };
    if (after.has(file)) return [{ file, originalOffset: overlay.toOriginalOffset(file, start), reason }];
    // An error in a file that nobody touched comes from what it imports.
    return changed
      .filter((cause) => types.importersOf([cause]).includes(file))
      .map((cause) => ({ file: cause, reason }));
  });
}
