import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import type { PackageManifests } from './package-manifests.js';
import { mergeEqualProjects, type ProjectDraft } from './merged-projects.js';
import { toInferredOptions, toProjectOptions } from './project-options.js';
import type { ProjectTexts } from './project-texts.js';
import type { TsConfig, TsConfigReader } from './tsconfig-reader.js';

/** Files that are understood under the same compiler options, as one program. */
export interface ProjectPlan {
  /** Path of the tsconfig, or `inferred: …`. */
  readonly name: string;
  readonly options: ts.CompilerOptions;
  /** Equal keys mean equal options. */
  readonly optionsKey: string;
  /** Where the program starts; more files than those of the run when a tsconfig says so. */
  readonly rootNames: readonly string[];
  /** Whether the tsconfig wants JavaScript type-checked. */
  readonly checksJavaScript: boolean;
}

export interface ProjectPlans {
  readonly plans: readonly ProjectPlan[];
  readonly planOf: ReadonlyMap<string, ProjectPlan>;
  readonly problems: readonly { readonly project: string; readonly reason: string }[];
}

/** Decides for each file of the run which tsconfig rules it, or which inferred project when none does. */
export function planProjects(
  texts: ProjectTexts,
  configs: TsConfigReader,
  manifests: PackageManifests,
): ProjectPlans {
  const drafts = new Map<string, ProjectDraft>();
  const problems = new Map<string, string>();
  const draftOf = (name: string, toDraft: () => Omit<ProjectDraft, 'name' | 'files'>): ProjectDraft => {
    const draft = drafts.get(name) ?? { name, files: [], ...toDraft() };
    drafts.set(name, draft);
    return draft;
  };
  const optionsOf = (config: TsConfig): ts.CompilerOptions => {
    if (config.problem !== undefined) problems.set(config.path, config.problem);
    return toProjectOptions(config.options, dirname(config.path), texts, manifests);
  };
  const inferredOptions = new Map<string, ts.CompilerOptions>();

  for (const file of texts.files()) {
    const folder = dirname(file);
    const above = configs.findAbove(folder).map((path) => configs.read(path));
    const covering = findCovering(file, above, configs);
    if (covering) {
      draftOf(covering.path, () => ({
        options: optionsOf(covering),
        rootNames: new Set(covering.fileNames),
        checksJavaScript: covering.options.checkJs ?? false,
      })).files.push(file);
      continue;
    }
    const [nearest] = above;
    const draft =
      nearest && isTypeScript(file)
        ? draftOf(`${nearest.path}: files it does not include`, () => ({
            options: optionsOf(nearest),
            rootNames: new Set(),
            checksJavaScript: false,
          }))
        : inferredDraft(folder);
    draft.files.push(file);
    draft.rootNames.add(file);
  }
  return toPlans([...drafts.values()], texts, problems);

  /** Files without a tsconfig share one program wherever they see the same `@types` packages. */
  function inferredDraft(folder: string): ProjectDraft {
    const options = inferredOptions.get(folder) ?? toInferredOptions(folder, texts);
    inferredOptions.set(folder, options);
    const typeRoots = options.typeRoots ?? [];
    return draftOf(['inferred', ...typeRoots].join(': '), () => ({
      options,
      rootNames: new Set(),
      checksJavaScript: false,
    }));
  }
}

/** The nearest tsconfig that includes the file, itself or through its references. */
function findCovering(
  file: string,
  above: readonly TsConfig[],
  configs: TsConfigReader,
): TsConfig | undefined {
  const seen = new Set<string>();
  const search = (config: TsConfig): TsConfig | undefined => {
    if (seen.has(config.path)) return undefined;
    seen.add(config.path);
    if (config.fileNames.has(file)) return config;
    for (const path of config.references) {
      const found = search(configs.read(path));
      if (found) return found;
    }
    return undefined;
  };
  for (const config of above) {
    const found = search(config);
    if (found) return found;
  }
  return undefined;
}

function toPlans(
  drafts: readonly ProjectDraft[],
  texts: ProjectTexts,
  problems: ReadonlyMap<string, string>,
): ProjectPlans {
  const planOf = new Map<string, ProjectPlan>();
  const plans = mergeEqualProjects(drafts, texts).map(({ files, rootNames, ...draft }) => {
    const plan = { ...draft, optionsKey: JSON.stringify(draft.options), rootNames: [...rootNames] };
    for (const file of files) planOf.set(file, plan);
    return plan;
  });
  return { plans, planOf, problems: [...problems].map(([project, reason]) => ({ project, reason })) };
}

function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}
