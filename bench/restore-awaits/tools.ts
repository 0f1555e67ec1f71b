import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '../../src/package-folder.js';

export interface Tool {
  readonly name: string;
  /** Rewrites the files in the folder. */
  run(folder: string, paths: readonly string[]): Promise<void>;
}

const PEERS = ['@biomejs/biome@2.6.8', 'oxlint@1.94.0', 'oxlint-tsgolint@7.0.2007'];

/** A tool that finds something it can't fix exits with 1; what counts is what it wrote. */
async function runToEnd(command: string, args: readonly string[], cwd: string): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd, maxBuffer: 1 << 28 });
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (typeof code !== 'number' || code > 2)
      throw new Error(`${command} failed: ${stderr ?? ''}`, { cause: error });
  }
}

export const leakfix: Tool = {
  name: 'leakfix',
  run: (folder, paths) =>
    runToEnd(
      process.execPath,
      [
        '--max-old-space-size=6144',
        join(packageFolder(), 'dist/src/cli.js'),
        '--only=await-floating-promises',
        '--allow-no-vcs',
        '--allow-dirty',
        '-q',
        ...paths,
      ],
      folder,
    ),
};

/** Installs the peers into a folder of their own. */
export async function installPeers(folder: string): Promise<readonly Tool[]> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await runToEnd('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PEERS], folder);
  const bin = (name: string): string => join(folder, 'node_modules/.bin', name);
  const biomeConfig = join(folder, 'biome.json');
  writeFileSync(
    biomeConfig,
    JSON.stringify({
      root: true,
      files: { maxSize: 4 << 20 },
      formatter: { enabled: false },
      assist: { enabled: false },
      linter: { rules: { recommended: false, nursery: { noFloatingPromises: 'error' } } },
      javascript: { parser: { unsafeParameterDecoratorsEnabled: true } },
    }),
  );
  const oxlintConfig = join(folder, 'oxlint.json');
  writeFileSync(
    oxlintConfig,
    JSON.stringify({
      plugins: ['typescript'],
      categories: { correctness: 'off' },
      rules: { 'typescript/no-floating-promises': 'error' },
    }),
  );
  return [
    {
      name: 'biome lint --write --unsafe',
      run: (cwd, paths) =>
        runToEnd(
          bin('biome'),
          ['lint', '--write', '--unsafe', '--max-diagnostics=1', `--config-path=${biomeConfig}`, ...paths],
          cwd,
        ),
    },
    {
      name: 'oxlint --type-aware --fix-suggestions',
      run: (cwd, paths) =>
        runToEnd(
          bin('oxlint'),
          ['--type-aware', '--fix-suggestions', '--quiet', '-f=github', '-c', oxlintConfig, ...paths],
          cwd,
        ),
    },
  ];
}
