import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyChanges } from '../../src/apply/apply-changes.js';
import { decodeSource } from '../../src/project/source-text.js';

/**
 * The process to be killed: gives each file of the working directory its new text, two by two in one change set. Says
 * when the writing begins. Runs no other process, so that every system call is its own.
 */
const root = process.cwd();
const sources = readdirSync(root)
  .filter((name) => name.endsWith('.js'))
  .sort()
  .map((name) => decodeSource(join(root, name), readFileSync(join(root, name))))
  .flatMap((decoded) => ('source' in decoded ? [decoded.source] : []));
const changes = sources.map((before) => ({ before, after: before.text.replaceAll('old', 'new') }));
const pairs = sources.flatMap(({ file }, index) => {
  const partner = sources[index + 1];
  return index % 2 === 0 && partner ? [[file, partner.file]] : [];
});
process.stdout.write('writing\n');
const repository = { root, gitDir: join(root, '.git'), excludeFile: '' };
await applyChanges({ root, repository, changes, changeSets: pairs });
