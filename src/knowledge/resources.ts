import { RESOURCES } from './resource-rows.js';
import type { Resource } from './resource.js';

const BY_ACQUISITION = new Map<string, Resource[]>();
for (const resource of RESOURCES) {
  for (const acquire of resource.acquire) {
    const key = keyOf(resource.module, acquire);
    BY_ACQUISITION.set(key, [...(BY_ACQUISITION.get(key) ?? []), resource]);
  }
}

function keyOf(module: string, acquire: string): string {
  return `${module} ${acquire}`;
}

function isOfMajor({ majors }: Resource, major: number): boolean {
  return (majors?.from ?? major) <= major && major <= (majors?.to ?? major);
}

/**
 * What a call or `new` expression opens.
 *
 * @param module as imported, without `node:`
 * @param acquire in the notation of `Resource.acquire`
 * @param major of the installed package; undefined when it is not known
 * @returns nothing for what is not in the table; several rows when they differ by version and the version is not known
 */
export function resourcesAcquiredBy(
  module: string,
  acquire: string,
  major: number | undefined,
): readonly Resource[] {
  const rows = BY_ACQUISITION.get(keyOf(module, acquire)) ?? [];
  return major === undefined ? rows : rows.filter((row) => isOfMajor(row, major));
}

/** Modules that open something: a text that names none of them has nothing to close. */
export const RESOURCE_MODULES: ReadonlySet<string> = new Set(RESOURCES.map(({ module }) => module));

/** All methods by which a resource ends. */
export function releaseMethodsOf({ release, alsoReleasedBy = [] }: Resource): readonly string[] {
  return [release.method, ...alsoReleasedBy, '[Symbol.dispose]', '[Symbol.asyncDispose]'];
}
