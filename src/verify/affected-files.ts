import type { TypeOracle } from '../types/oracle.js';

/**
 * The files that may behave differently: each changed one, and each that imports one at whatever remove.
 *
 * @returns them with the changed files that they run.
 */
export function findAffectedFiles(
  types: TypeOracle,
  changed: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const affected = new Map<string, readonly string[]>();
  for (const cause of changed) {
    for (const file of withImporters(types, cause))
      affected.set(file, [...(affected.get(file) ?? []), cause]);
  }
  return affected;
}

function withImporters(types: TypeOracle, file: string): ReadonlySet<string> {
  const found = new Set([file]);
  // A set also visits what is added on the way.
  for (const one of found) for (const importer of types.importersOf([one])) found.add(importer);
  return found;
}
