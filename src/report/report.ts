import type { FileTexts } from '../edit/overlay.js';
import type { Status } from '../pipeline.js';

/** Line and column count from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding as people and programs read it. Paths are relative to the working folder, with forward slashes. */
export interface ReportedFinding extends Position {
  readonly transform: string;
  readonly code: string;
  readonly file: string;
  readonly endLine: number;
  readonly endColumn: number;
  readonly status: Status;
  readonly safety: 'safe' | 'unsafe';
  readonly message: string;
  /** Code of the reason why it is not fixed, or is fixed only with `--unsafe`. */
  readonly reason: string | null;
  readonly reasonMessage: string | null;
  readonly places: readonly (Position & { readonly file: string })[];
  readonly changeSet: number | null;
}

export interface Skip {
  readonly file: string;
  readonly reason: string;
}

/** Something that went wrong in one place, while the rest went on. */
export interface Diagnostic extends Partial<Position> {
  readonly file: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do or type next. */
  readonly hint?: string;
}

export interface FileChange extends FileTexts {
  /** Contents of strings that go on purpose. */
  readonly droppedStrings?: readonly string[];
}

export interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly skipped: readonly Skip[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly FileChange[];
  /** The files of each change set: they are written together or not at all. */
  readonly changeSets: readonly (readonly string[])[];
  readonly fileCount: number;
  readonly handlerCount: number;
  /** False when the type errors before and after were not compared. */
  readonly verified: boolean;
  /** How many handlers were run before and after, and do the same. */
  readonly provenCount: number;
  readonly seconds: number;
}

export function countByStatus(findings: readonly ReportedFinding[]): Readonly<Record<Status, number>> {
  const counts = { fixed: 0, withheld: 0, refused: 0, reverted: 0, ignored: 0 };
  for (const { status } of findings) counts[status] += 1;
  return counts;
}

/** Leaks that are still there after the run. */
export function standingFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.filter(({ status }) => status !== 'fixed' && status !== 'ignored');
}

/** The findings of each transform, in the order of the report. */
export function countByTransform(
  findings: readonly ReportedFinding[],
): readonly { readonly transform: string; readonly counts: Readonly<Record<Status, number>> }[] {
  const names = [...new Set(findings.map(({ transform }) => transform))];
  return names.map((name) => ({
    transform: name,
    counts: countByStatus(findings.filter(({ transform }) => transform === name)),
  }));
}
