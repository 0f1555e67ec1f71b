import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApplyRequest, FileChange } from '../../src/apply/apply-changes.js';
import type { GitRepository } from '../../src/project/git-repository.js';
import { decodeSource, type SourceText } from '../../src/project/source-text.js';
import { type Contents, makeFolder } from '../project/temporary-project.js';

/** A project as `applyChanges` and its relatives want it named. */
export interface Project {
  readonly root: string;
  readonly repository: GitRepository | undefined;
}

/** Writing asks nothing of a repository but where its own folder is, so that git itself isn't needed here. */
export async function repositoryOf(contents: Contents): Promise<Project> {
  const root = await makeFolder(contents);
  const gitDir = join(root, '.git');
  await mkdir(gitDir);
  return { root, repository: { root, gitDir, excludeFile: join(gitDir, 'info/exclude') } };
}

export async function plainFolderOf(contents: Contents): Promise<Project> {
  return { root: await makeFolder(contents), repository: undefined };
}

export async function sourceOf({ root }: Project, name: string): Promise<SourceText> {
  const file = join(root, name);
  const decoded = decodeSource(file, await readFile(file));
  if ('source' in decoded) return decoded.source;
  throw new Error(decoded.undecodable.detail);
}

/** The request to give these files these texts. */
export async function requestFor(
  project: Project,
  texts: Readonly<Record<string, string>>,
  changeSets: readonly (readonly string[])[] = [],
): Promise<ApplyRequest> {
  const changes: FileChange[] = [];
  for (const [name, after] of Object.entries(texts)) {
    changes.push({ before: await sourceOf(project, name), after });
  }
  const absolute = changeSets.map((names) => names.map((name) => join(project.root, name)));
  return { ...project, changes, changeSets: absolute };
}

/** What lies in the folder of the journals, which is gone where there is no repository. */
export async function listJournals({ root, repository }: Project): Promise<string[]> {
  const folder = repository ? join(repository.gitDir, 'leakfix') : join(root, '.leakfix');
  return (await readdir(folder).catch(() => [])).sort();
}
