import { type ChangeSet, changeSetOf } from './edit/change-set.js';
import type { BatchResult, Preview } from './edit/overlay.js';
import { withoutStrayBlankLines } from './edit/stray-blank-lines.js';
import { IgnoredPlaces, type PlacedComment } from './ignored-places.js';
import type { Finding, Reason, TransformSpec } from './transform.js';
import type { Workspace } from './workspace.js';

/** Each transform is repeated until it finds nothing more to do in the files it changed; then the list starts over. */
const MAX_ROUNDS = 40;

/** A place that is fixed more often than this, each time anew, is rewritten without end. */
const MAX_FIXES_OF_ONE_PLACE = 3;

/** `ignored`: a comment in the code says to leave it. */
export type Status = 'fixed' | 'withheld' | 'refused' | 'reverted' | 'ignored';

/** A finding in terms of the text that was read. */
export interface LocatedFinding {
  readonly transform: string;
  readonly code: string;
  readonly file: string;
  /** Offsets in the text as it was read. */
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly reason?: Reason;
  /** Fixed findings of one change set share its number. */
  readonly changeSet?: number;
  /** Files that the fix touches, the finding's own file included. */
  readonly files: readonly string[];
}

export interface PipelineOptions {
  readonly unsafe: boolean;
  /** Fixes that must not be made, because their result was wrong: see identityOf. */
  readonly banned: ReadonlyMap<string, Reason>;
  /** The only fixes that are wanted: see identityOf. Undefined where nobody has chosen. */
  readonly accepted?: ReadonlySet<string> | undefined;
}

export interface PipelineResult {
  readonly findings: readonly LocatedFinding[];
  /** Identities of fixes whose result wants the same fix again and again. They were made, and must be taken back. */
  readonly endless: readonly string[];
  readonly ignored: IgnoredPlaces;
  /** What each change set made of the texts that it found, by number. */
  readonly previews: ReadonlyMap<number, Preview>;
}

/** A fix's name that stays the same when the pipeline runs again on the same texts. */
export function identityOf(finding: Pick<LocatedFinding, 'transform' | 'code' | 'file' | 'start'>): string {
  return [finding.transform, finding.code, finding.file, String(finding.start)].join('\0');
}

/**
 * Runs the transforms one after the other over the whole project, each on the texts that the one before left, until
 * none of them changes anything. Texts change in the workspace's overlay only.
 */
export function runPipeline(
  transforms: readonly TransformSpec[],
  workspace: Workspace,
  options: PipelineOptions,
): PipelineResult {
  const numbers = new Map<ChangeSet, number>();
  const ignored = new IgnoredPlaces(workspace);
  const previews = new Map<number, Preview>();
  const shared = { numbers, ignored, previews };
  const runs = transforms.map((transform) => new TransformRun(transform, workspace, options, shared));
  let scope: ReadonlySet<string> | undefined;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const changed = new Set<string>();
    for (const run of runs) for (const file of run.toFixpoint(union(scope, changed))) changed.add(file);
    if (changed.size === 0) break;
    scope = changed;
  }
  const { overlay } = workspace;
  workspace.apply(
    overlay.changedFiles().map((file) => changeSetOf(file, withoutStrayBlankLines(overlay, file))),
  );
  return {
    findings: runs.flatMap((run) => run.findings()),
    endless: runs.flatMap((run) => run.endless()),
    ignored,
    previews,
  };
}

/** Undefined stands for all files. */
function union(
  scope: ReadonlySet<string> | undefined,
  more: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  return scope && new Set([...scope, ...more]);
}

/** What all transforms of a run have in common. */
interface Shared {
  readonly numbers: Map<ChangeSet, number>;
  readonly ignored: IgnoredPlaces;
  readonly previews: Map<number, Preview>;
}

interface Candidate {
  readonly finding: Finding;
  readonly located: Omit<LocatedFinding, 'status' | 'changeSet'>;
}

interface Fix {
  readonly candidate: Candidate;
  readonly changeSet: ChangeSet;
}

/** One transform's way through the project: what it fixed, and what it left in each file when it last looked. */
class TransformRun {
  readonly #fixed: LocatedFinding[] = [];
  readonly #timesFixed = new Map<string, number>();
  readonly #left = new Map<string, LocatedFinding[]>();

  constructor(
    readonly transform: TransformSpec,
    readonly workspace: Workspace,
    readonly options: PipelineOptions,
    readonly shared: Shared,
  ) {}

  endless(): readonly string[] {
    return [...this.#timesFixed]
      .filter(([, times]) => times > MAX_FIXES_OF_ONE_PLACE)
      .map(([identity]) => identity);
  }

  findings(): readonly LocatedFinding[] {
    return [...this.#fixed, ...[...this.#left.values()].flat()];
  }

  /** @returns the files that were changed. */
  toFixpoint(scope: ReadonlySet<string> | undefined): ReadonlySet<string> {
    const changed = new Set<string>();
    let current = scope;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const result = this.#once(current);
      for (const file of result.changedFiles) changed.add(file);
      if (result.changedFiles.length === 0) break;
      current = new Set([...result.changedFiles, ...result.deferred.flatMap((set) => [...set.edits.keys()])]);
    }
    return changed;
  }

  #once(scope: ReadonlySet<string> | undefined): BatchResult {
    const files = this.workspace.filesFor(this.transform, scope);
    const candidates = this.transform
      .find(this.workspace.contextFor(files))
      .map((finding) => this.#locate(finding));
    const { fixes, rest } = this.#choose(candidates);
    const result = this.workspace.apply([...new Set(fixes.map(({ changeSet }) => changeSet))]);
    for (const fix of fixes) {
      const preview = result.applied.get(fix.changeSet);
      if (preview) this.#recordFix(fix, preview);
      else if (result.applied.size === 0)
        rest.push({ ...fix.candidate.located, status: 'refused', reason: { code: 'edits-overlap' } });
    }
    for (const file of scope ?? files.map(({ path }) => path)) this.#left.delete(file);
    for (const finding of rest) {
      const list = this.#left.get(finding.file) ?? [];
      list.push(finding);
      this.#left.set(finding.file, list);
    }
    return result;
  }

  #locate(finding: Finding): Candidate {
    const { overlay } = this.workspace;
    const { file, start, end } = finding.range;
    const { outcome } = finding;
    const files =
      outcome.kind === 'refusal' ? [file] : [...new Set([file, ...outcome.changeSet.edits.keys()])];
    return {
      finding,
      located: {
        transform: this.transform.name,
        code: finding.code,
        file,
        start: overlay.toOriginalOffset(file, start),
        end: overlay.toOriginalOffset(file, end),
        data: finding.data ?? {},
        files,
        ...(outcome.kind !== 'safe' && { reason: this.#locateReason(outcome.reason) }),
      },
    };
  }

  #locateReason(reason: Reason): Reason {
    if (!reason.places) return reason;
    const { overlay } = this.workspace;
    const places = reason.places.map(({ file, start, end }) => ({
      file,
      start: overlay.toOriginalOffset(file, start),
      end: overlay.toOriginalOffset(file, end),
    }));
    return { ...reason, places };
  }

  #choose(candidates: readonly Candidate[]): { fixes: Fix[]; rest: LocatedFinding[] } {
    const fixes: Fix[] = [];
    const rest: LocatedFinding[] = [];
    for (const candidate of candidates) {
      const { outcome } = candidate.finding;
      if ((this.#timesFixed.get(identityOf(candidate.located)) ?? 0) > MAX_FIXES_OF_ONE_PLACE) continue;
      const left = this.#findObstacle(candidate);
      if (left) rest.push({ ...candidate.located, ...left });
      else if (outcome.kind !== 'refusal') fixes.push({ candidate, changeSet: outcome.changeSet });
    }
    return { fixes, rest };
  }

  /** Why a candidate is not fixed; undefined when it is to be. */
  #findObstacle({
    finding: { outcome, range },
    located,
  }: Candidate): Pick<LocatedFinding, 'status' | 'reason'> | undefined {
    const comment = this.shared.ignored.findFor(this.transform.name, range);
    if (comment) return { status: 'ignored', reason: { code: 'ignore-comment', data: { why: comment.why } } };
    if (outcome.kind === 'refusal') return { status: 'refused' };
    if (this.workspace.outside(outcome.changeSet).length > 0)
      return { status: 'refused', reason: this.#outsideReason(outcome.changeSet) };
    const contrary = this.shared.ignored.findAgainst(this.transform.name, outcome.changeSet);
    if (contrary) return { status: 'refused', reason: toReason(contrary) };
    const ban = this.options.banned.get(identityOf(located));
    if (ban) return { status: 'reverted', reason: ban };
    if (outcome.kind === 'unsafe' && !this.options.unsafe) return { status: 'withheld' };
    const isDeclined = this.options.accepted?.has(identityOf(located)) === false;
    return isDeclined ? { status: 'withheld', reason: { code: 'declined' } } : undefined;
  }

  #outsideReason(changeSet: ChangeSet): Reason {
    const outside = this.workspace.outside(changeSet);
    const places = outside.flatMap((file) =>
      (changeSet.edits.get(file) ?? []).slice(0, 1).map(({ start, end }) => ({ file, start, end })),
    );
    return { code: 'outside-run', data: { file: outside.join(', ') }, places };
  }

  #recordFix({ candidate, changeSet }: Fix, preview: Preview): void {
    const number = this.shared.numbers.get(changeSet) ?? this.shared.numbers.size + 1;
    this.shared.numbers.set(changeSet, number);
    this.shared.previews.set(number, preview);
    const identity = identityOf(candidate.located);
    this.#timesFixed.set(identity, (this.#timesFixed.get(identity) ?? 0) + 1);
    this.#fixed.push({ ...candidate.located, status: 'fixed', changeSet: number });
  }
}

/** The reason of a change set that would go against a comment. */
function toReason({ file, start, end, comment }: PlacedComment): Reason {
  return { code: 'against-comment', data: { why: comment.why }, places: [{ file, start, end }] };
}
