import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { packageFolder } from '../package-folder.js';
import { suggest } from '../suggest.js';
import { transforms } from '../../transforms/index.js';

/**
 * The page of a transform.
 *
 * @throws UsageError when there is no transform of that name.
 */
export function explainTransform(name: string): string {
  const names = transforms.map((transform) => transform.name);
  if (!names.includes(name)) throw new UsageError(`no transform is called '${name}'`, suggest(name, names));
  return readFileSync(join(packageFolder(), 'transforms', name, 'README.md'), 'utf8');
}
