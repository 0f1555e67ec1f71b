import { mayLeadTo, specifiersIn } from './module-references.js';
import type { Projects } from './projects.js';

const reExport = /\bexport\b[^;]*\bfrom\b|\bexports\s*=\s*require\b/;

/** The files that import one of `modules`, and those that import a file that exports them again. */
export function findImporters(projects: Projects, modules: readonly string[]): string[] {
  const importers = new Set<string>();
  let sought = [...modules];
  while (sought.length > 0) {
    const found = projects.texts
      .files()
      .filter((path) => !importers.has(path) && importsOneOf(projects, path, sought));
    for (const path of found) importers.add(path);
    sought = found.filter((path) => reExport.test(projects.texts.readFile(path) ?? ''));
  }
  return projects.texts.files().filter((path) => importers.has(path) && !modules.includes(path));
}

function importsOneOf(projects: Projects, importer: string, modules: readonly string[]): boolean {
  return specifiersIn(projects.texts.readFile(importer) ?? '')
    .filter((specifier) => modules.some((module) => mayLeadTo(specifier, module)))
    .some((specifier) => {
      const target = projects.projectOf(importer)?.resolveModule(specifier, importer);
      return target !== undefined && modules.includes(target);
    });
}
