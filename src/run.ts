import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Preview } from './edit/overlay.js';
import { UsageError } from './errors.js';
import { DEFAULT_TRANSFORM_OPTIONS, type TransformOptions } from './options.js';
import { openWorkspace } from './open-workspace.js';
import { identityOf, type LocatedFinding, type PipelineResult, runPipeline } from './pipeline.js';
import { collectContext } from './project/collect-context.js';
import { collectFiles, type CollectedFiles } from './project/collect-files.js';
import { toSlashPath } from './project/path-inside.js';
import { toReport } from './report/to-report.js';
import type { Report } from './report/report.js';
import { suggest } from './suggest.js';
import type { Reason, TransformSpec } from './transform.js';
import { findBreakages } from './verify/find-breakages.js';
import type { ProveVerdict } from './verify/find-changed-answers.js';
import { findCulprits } from './verify/take-back.js';
import type { Workspace } from './workspace.js';
import { transforms as registry } from '../transforms/index.js';

export interface RunOptions extends Partial<TransformOptions> {
  /** Absolute. Paths are relative to it. */
  readonly cwd: string;
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  readonly ignore?: readonly string[];
  /** Transforms by name; all when absent. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** Also make fixes that may change order, concurrency or error flow. */
  readonly unsafe?: boolean;
  /** `file:export`, relative to `cwd`. */
  readonly handlers?: readonly string[];
  /** Compare type errors before and after; true by default. */
  readonly verify?: boolean;
  /**
   * Run the handlers a change reaches before and after with these events, and take back what answers otherwise. When
   * empty, each handler gets events of the triggers that its configuration names.
   */
  readonly proveWith?: readonly unknown[];
  /**
   * Asked once, when all is rewritten and checked, which change sets are wanted; gives their numbers. What depends on one
   * that isn't wanted isn't made, either.
   */
  readonly choose?: (proposal: Proposal) => Promise<ReadonlySet<number>>;
  /** The files, when they have been collected already. */
  readonly collected?: CollectedFiles;
  readonly onProgress?: (what: string) => void;
}

/** What a run would change. */
export interface Proposal {
  readonly report: Report;
  /** The texts before and after each change set alone, by its number. */
  readonly previews: ReadonlyMap<number, Preview>;
}

export interface RunResult {
  readonly report: Report;
  /** The files as they were read: what to compare with before writing. */
  readonly collected: CollectedFiles;
}

/**
 * Reads files, rewrites them in memory, and checks the result. Writes nothing and prints nothing.
 *
 * @throws UsageError when a transform's name is unknown.
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const startedAt = performance.now();
  const chosen = chooseTransforms(options);
  const progress = options.onProgress ?? ((): void => undefined);

  progress('reading files');
  const collected =
    options.collected ??
    (await collectFiles({ cwd: options.cwd, patterns: options.paths, ignore: options.ignore ?? [] }));

  const covered = options.paths.map((path) => resolve(options.cwd, path));
  const context = await collectContext(collected, covered);

  const cwd = await realpath(options.cwd);
  progress('looking for leaks');
  const workspace = await openWorkspace({
    root: collected.root,
    texts: new Map(collected.files.map(({ file, text }) => [file, text])),
    context,
    handlers: (options.handlers ?? []).map((handler) => toSlashPath(collected.root, resolve(cwd, handler))),
    options: { ...DEFAULT_TRANSFORM_OPTIONS, ...transformOptionsOf(options) },
  });
  const syntaxErrors = workspace.syntaxErrors(chosen);
  const rewriteAll = (accepted?: ReadonlySet<string>): Promise<Rewritten> =>
    rewrite(chosen, workspace, { ...options, root: collected.root, accepted }, progress);
  let waitedMs = 0;
  const reportOn = (rewritten: Rewritten): Report =>
    toReport({
      ...rewritten,
      cwd: options.cwd,
      collected,
      workspace,
      transforms: chosen,
      transformNames: registry.map(({ name }) => name),
      syntaxErrors,
      seconds: (performance.now() - startedAt - waitedMs) / 1000,
    });

  const all = await rewriteAll();
  const report = reportOn(all);
  if (!options.choose || report.changes.length === 0) return { report, collected };
  const askedAt = performance.now();
  const wanted = await options.choose({ report, previews: all.previews });
  waitedMs = performance.now() - askedAt;
  if (wanted.size === all.previews.size) return { report, collected };
  workspace.reset();
  return { report: reportOn(await rewriteAll(acceptedIn(all.findings, wanted))), collected };
}

function acceptedIn(
  findings: readonly LocatedFinding[],
  changeSets: ReadonlySet<number>,
): ReadonlySet<string> {
  const accepted = findings.filter(({ changeSet }) => changeSet !== undefined && changeSets.has(changeSet));
  return new Set(accepted.map(identityOf));
}

function transformOptionsOf(options: RunOptions): Partial<TransformOptions> {
  const { promiseStyle, resourceStyle, platform, allowApiChange, fallback } = options;
  return {
    ...(promiseStyle && { promiseStyle }),
    ...(resourceStyle && { resourceStyle }),
    ...(platform && { platform }),
    ...(allowApiChange !== undefined && { allowApiChange }),
    ...(fallback && { fallback }),
  };
}

type Rewritten = Omit<PipelineResult, 'endless'> &
  Omit<ProveVerdict, 'breakages'> & { readonly verified: boolean };

interface RewriteOptions extends RunOptions {
  readonly root: string;
  readonly accepted: ReadonlySet<string> | undefined;
}

/** Runs the pipeline, and again without the fixes whose result was wrong, until the result is right. */
async function rewrite(
  transforms: readonly TransformSpec[],
  workspace: Workspace,
  options: RewriteOptions,
  progress: (what: string) => void,
): Promise<Rewritten> {
  const banned = new Map<string, Reason>();
  for (let attempt = 1; ; attempt += 1) {
    const { endless, ...result } = runPipeline(transforms, workspace, {
      unsafe: options.unsafe ?? false,
      banned,
      accepted: options.accepted,
    });
    if (workspace.overlay.changedFiles().length === 0) return { ...result, ...UNCHECKED, verified: false };
    progress('checking the result');
    const { breakages, ...proof } = endless.length > 0 ? UNCHECKED : await check(workspace, options);
    if (endless.length + breakages.length === 0)
      return { ...result, verified: options.verify ?? true, ...proof };
    for (const identity of endless) banned.set(identity, { code: 'does-not-converge' });
    for (const [identity, reason] of findCulprits(result.findings, breakages, attempt))
      banned.set(identity, reason);
    workspace.reset();
  }
}

const UNCHECKED: ProveVerdict = { breakages: [], unproven: [], provenCount: 0 };

/** The static checks first: code that does not even parse is not run. */
async function check(
  workspace: Workspace,
  { verify = true, proveWith, root }: RunOptions & { readonly root: string },
): Promise<ProveVerdict> {
  const breakages = findBreakages(workspace, verify);
  if (breakages.length > 0 || !proveWith) return { ...UNCHECKED, breakages };
  const { findChangedAnswers } = await import('./verify/find-changed-answers.js');
  return findChangedAnswers(workspace, { events: proveWith, root });
}

/** @throws UsageError for a name that no transform has. */
function chooseTransforms({ only, skip }: RunOptions): readonly TransformSpec[] {
  const names = registry.map(({ name }) => name);
  for (const name of [...(only ?? []), ...(skip ?? [])]) {
    if (!names.includes(name)) throw new UsageError(`no transform is called '${name}'`, suggest(name, names));
  }
  return registry.filter(({ name }) => (only?.includes(name) ?? true) && !skip?.includes(name));
}
