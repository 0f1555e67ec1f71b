import { dirname } from 'node:path';
import type { Configuration } from './configuration-schema.js';
import { findConfiguration, readNamedConfiguration } from './find-configuration.js';
import { parseConfiguration } from './parse-configuration.js';

/** A configuration, and where it comes from. */
export interface FoundConfiguration {
  /** Absolute. */
  readonly file: string;
  /** What its paths are relative to. */
  readonly folder: string;
  readonly content: Configuration;
}

export interface ConfigurationRequest {
  /** Absolute, without symbolic links. */
  readonly cwd: string;
  /** The file that the user names; without one it is looked for from `cwd` upwards. */
  readonly named?: string | undefined;
  /** The names of all transforms. */
  readonly transforms: readonly string[];
}

/**
 * @returns undefined when there is none.
 * @throws UsageError when it can't be read or says what it can't say.
 */
export async function readConfiguration({
  cwd,
  named,
  transforms,
}: ConfigurationRequest): Promise<FoundConfiguration | undefined> {
  const found = named === undefined ? await findConfiguration(cwd) : await readNamedConfiguration(cwd, named);
  if (!found) return undefined;
  const content = parseConfiguration(found, transforms);
  return { file: found.file, folder: dirname(found.file), content };
}
