import { relative } from 'node:path';
import type { IgnoredPlaces, PlacedComment } from '../ignored-places.js';
import type { LocatedFinding } from '../pipeline.js';
import type { Handler } from '../project/handler.js';
import type { CollectedFiles } from '../project/collect-files.js';
import { fillIn, REASONS } from '../reasons.js';
import { suggest } from '../suggest.js';
import type { TransformSpec } from '../transform.js';
import type { FileSyntaxError, Workspace } from '../workspace.js';
import { LineIndex } from './line-index.js';
import type { Diagnostic, FileChange, ReportedFinding, Report } from './report.js';

export interface ReportParts {
  readonly cwd: string;
  readonly collected: CollectedFiles;
  readonly workspace: Workspace;
  readonly transforms: readonly TransformSpec[];
  /** The names of all transforms, also of those that were not run. */
  readonly transformNames: readonly string[];
  readonly findings: readonly LocatedFinding[];
  readonly ignored: IgnoredPlaces;
  readonly syntaxErrors: readonly FileSyntaxError[];
  readonly verified: boolean;
  /** Changed handlers that were to be run before and after, but no event is known for them. */
  readonly unproven: readonly Handler[];
  /** How many were run, and do the same. */
  readonly provenCount: number;
  readonly seconds: number;
}

/** Puts what a run found into the words and numbers that people and programs read. */
export function toReport(parts: ReportParts): Report {
  const { cwd, collected, workspace, verified, provenCount, seconds } = parts;
  const nameOf = (file: string): string => relative(cwd, file).replaceAll('\\', '/') || file;
  const located = new Locator(parts, nameOf);
  return {
    findings: parts.findings.map((finding) => located.report(finding)).sort(byPlace),
    skipped: collected.skipped.map(({ file, reason }) => ({ file: nameOf(file), reason })),
    diagnostics: [...toDiagnostics(parts, nameOf), ...located.reportComments()],
    changes: workspace.overlay.changedFiles().map((file) => toChange(workspace, collected, file)),
    changeSets: changeSetsOf(parts.findings),
    fileCount: collected.files.length,
    handlerCount: workspace.handlerCount(),
    verified,
    provenCount,
    seconds,
  };
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function toChange(workspace: Workspace, collected: CollectedFiles, file: string): FileChange {
  const bom = collected.files.find((source) => source.file === file)?.hasBom ? '\uFEFF' : '';
  return {
    file,
    before: bom + (workspace.overlay.original.get(file) ?? ''),
    after: bom + workspace.overlay.read(file),
    droppedStrings: workspace.overlay.droppedStringsOf(file),
  };
}

function toConfigurationDiagnostics(
  workspace: Workspace,
  nameOf: (file: string) => string,
): readonly Diagnostic[] {
  return [
    ...workspace.configurationProblems().map(({ file, message }) => ({
      file: nameOf(file),
      severity: 'warning' as const,
      message: `its handlers are not known: ${message}`,
    })),
    ...workspace.missingHandlers().map(({ handler, configuration }) => ({
      file: configuration === undefined ? '--handler' : nameOf(configuration),
      severity: configuration === undefined ? ('error' as const) : ('warning' as const),
      message: `no file defines the handler ${handler}`,
    })),
  ];
}

function toDiagnostics(
  { collected, syntaxErrors, workspace, unproven }: ReportParts,
  nameOf: (file: string) => string,
): readonly Diagnostic[] {
  return [
    ...collected.errors.map(({ file, detail }) => ({
      file: nameOf(file),
      severity: 'error' as const,
      message: detail,
    })),
    ...syntaxErrors.map(({ file, line, column, message }) => ({
      file: nameOf(file),
      line,
      column,
      severity: 'error' as const,
      message,
    })),
    ...workspace.faults().map(({ project, reason, isWhole }) => ({
      file: nameOf(project),
      severity: isWhole ? ('error' as const) : ('warning' as const),
      message: `types are not known here: ${reason}`,
    })),
    ...toConfigurationDiagnostics(workspace, nameOf),
    ...unproven.map(({ file, exportName }) => ({
      file: nameOf(file),
      severity: 'warning' as const,
      message: `${exportName} was not run: no event is known for it`,
      hint: "type '--event event.json' or '--event-type apigw-v1'",
    })),
  ];
}

/** The files of each change set that was made. */
function changeSetsOf(findings: readonly LocatedFinding[]): readonly (readonly string[])[] {
  const files = new Map<number, readonly string[]>();
  for (const finding of findings)
    if (finding.changeSet !== undefined)
      files.set(finding.changeSet, [...(files.get(finding.changeSet) ?? []), ...finding.files]);
  return [...files.values()];
}

/** Turns offsets into positions, and codes into sentences. */
class Locator {
  readonly #lines = new Map<string, LineIndex>();

  constructor(
    readonly parts: ReportParts,
    readonly nameOf: (file: string) => string,
  ) {}

  report(finding: LocatedFinding): ReportedFinding {
    const { transform, code, file, start, end, data, status, reason, changeSet } = finding;
    const wording = this.parts.transforms.find(({ name }) => name === transform)?.codes[code] ?? code;
    const lines = this.#linesOf(file);
    const { line: endLine, column: endColumn } = lines.positionAt(end);
    return {
      transform,
      code,
      file: this.nameOf(file),
      ...lines.positionAt(start),
      endLine,
      endColumn,
      status,
      safety: reason && status !== 'reverted' && status !== 'ignored' ? 'unsafe' : 'safe',
      message: fillIn(wording, data),
      reason: reason?.code ?? null,
      reasonMessage: reason ? fillIn(REASONS[reason.code], reason.data) : null,
      places: (reason?.places ?? []).map((place) => ({
        file: this.nameOf(place.file),
        ...this.#linesOf(place.file).positionAt(place.start),
      })),
      changeSet: changeSet ?? null,
    };
  }

  /** Ignore comments that do nothing. */
  reportComments(): readonly Diagnostic[] {
    const { ignored, transforms, transformNames } = this.parts;
    const names = transforms.map(({ name }) => name);
    return [
      ...ignored
        .unknown(transformNames)
        .map((comment) =>
          this.#reportComment(
            comment,
            `the comment names no transform: ${comment.name}`,
            suggest(comment.name, transformNames),
          ),
        ),
      ...ignored
        .unused(names, transformNames)
        .map((comment) => this.#reportComment(comment, 'the comment leaves nothing alone', 'remove it')),
    ];
  }

  #reportComment({ file, start }: PlacedComment, message: string, hint: string): Diagnostic {
    const place = this.#linesOf(file).positionAt(start);
    return { file: this.nameOf(file), ...place, severity: 'warning', message, hint };
  }

  #linesOf(file: string): LineIndex {
    const known = this.#lines.get(file);
    if (known) return known;
    const lines = new LineIndex(this.parts.workspace.textAsRead(file));
    this.#lines.set(file, lines);
    return lines;
  }
}
