import { ts } from 'ts-morph';
import type { ProjectTexts } from './project-texts.js';

/** A project while its files are being gathered. */
export interface ProjectDraft {
  readonly name: string;
  readonly options: ts.CompilerOptions;
  readonly rootNames: Set<string>;
  readonly checksJavaScript: boolean;
  readonly files: string[];
}

/**
 * Projects with equal options as one, so that they share a checker: in a monorepo most of the time goes into making
 * the checker know the library and `@types` anew for each package. Only projects of modules are merged, because the
 * names of a script, or of a declaration file without imports, are seen in all files of its program.
 */
export function mergeEqualProjects(drafts: readonly ProjectDraft[], texts: ProjectTexts): ProjectDraft[] {
  const merged: ProjectDraft[] = [];
  const byOptions = new Map<string, ProjectDraft>();
  for (const draft of drafts) {
    if (!hasOnlyModules(draft, texts)) {
      merged.push(draft);
      continue;
    }
    const key = `${String(draft.checksJavaScript)}${JSON.stringify(draft.options)}`;
    const twin = byOptions.get(key);
    if (twin) {
      for (const file of draft.rootNames) twin.rootNames.add(file);
      twin.files.push(...draft.files);
    } else {
      byOptions.set(key, draft);
      merged.push(draft);
    }
  }
  return merged;
}

function hasOnlyModules({ options, rootNames }: ProjectDraft, texts: ProjectTexts): boolean {
  return [...rootNames].every((file) => {
    const isForced = options.moduleDetection === ts.ModuleDetectionKind.Force && !file.endsWith('.d.ts');
    return isForced || /^[ \t]*(?:import|export)\b/m.test(texts.readFile(file) ?? '');
  });
}
