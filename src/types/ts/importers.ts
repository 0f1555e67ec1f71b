import type { Projects } from './projects.js';

const reExport = /\bexport\s*(?:\*|(?:type\b\s*)?\{[^{}]*\}\s*from\b)|\bexports\s*=\s*require\b/;

/** The files that import one of `modules`, and those that import a file that exports them again. */
export function findImporters(projects: Projects, modules: readonly string[]): string[] {
  const importers = new Set<string>();
  const sought = [...modules];
  for (let module = sought.pop(); module !== undefined; module = sought.pop()) {
    for (const importer of projects.imports.importersOf(module)) {
      if (importers.has(importer)) continue;
      importers.add(importer);
      if (reExport.test(projects.texts.readFile(importer) ?? '')) sought.push(importer);
    }
  }
  return projects.texts.files().filter((path) => importers.has(path) && !modules.includes(path));
}
