import type { Workspace } from '../workspace.js';
import { SyntaxFile } from '../syntax/syntax-file.js';
import type { Breakage } from './take-back.js';

/** What is wrong in the rewritten texts and was not in the texts that were read. */
export function findBreakages(workspace: Workspace): readonly Breakage[] {
  return workspace.overlay.changedFiles().flatMap((file) => findParseBreakage(workspace, file));
}

function findParseBreakage(workspace: Workspace, file: string): readonly Breakage[] {
  const result = workspace.parse(file);
  if (result === undefined || result instanceof SyntaxFile) return [];
  return [{ file, reason: { code: 'does-not-parse', data: { what: result.message } } }];
}
