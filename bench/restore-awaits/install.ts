import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runToEnd } from './process.js';

const MANIFESTS = new Set([
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  '.npmrc',
]);

/**
 * Installs what a repository depends on, for its types, without running any script of a package.
 *
 * @param files the repository's files, relative to it
 */
export async function installDependencies(
  repository: string,
  files: readonly string[],
  folder: string,
): Promise<void> {
  for (const file of files.filter((candidate) => MANIFESTS.has(basename(candidate)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(repository, file), join(folder, file));
  }
  const usesPnpm = existsSync(join(folder, 'pnpm-lock.yaml'));
  const [command, args] = usesPnpm
    ? ['npx', ['-y', 'pnpm@10', '-C', folder, 'install', '--ignore-scripts', '--frozen-lockfile']]
    : ['npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']];
  // pnpm must not replace itself by the version that the repository asks for.
  await runToEnd(command, args, dirname(folder), { npm_config_manage_package_manager_versions: 'false' });
}

/** Lets a copy of the repository see the packages that were installed. */
export function linkDependencies(installed: string, copy: string): void {
  for (const { name, parentPath } of readdirSync(installed, { withFileTypes: true })) {
    const from = join(parentPath, name);
    if (name === 'node_modules') symlinkSync(from, join(copy, name));
    else if (existsSync(join(copy, name)) && !/\.\w+$|^\./.test(name))
      linkDependencies(from, join(copy, name));
  }
}
