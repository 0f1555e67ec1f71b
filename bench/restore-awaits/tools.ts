import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageFolder } from '../../src/package-folder.js';
import { runToEnd } from './process.js';

export interface Tool {
  readonly name: string;
  /** Rewrites the files in the folder. */
  run(folder: string, paths: readonly string[]): Promise<void>;
}

const PEERS = ['@biomejs/biome@2.6.8', 'oxlint@1.94.0', 'oxlint-tsgolint@7.0.2007'];

const BIOME = {
  root: true,
  files: { maxSize: 4 << 20 },
  formatter: { enabled: false },
  assist: { enabled: false },
  linter: {
    rules: { recommended: false, nursery: { noFloatingPromises: { level: 'error', fix: 'unsafe' } } },
  },
  javascript: { parser: { unsafeParameterDecoratorsEnabled: true } },
};

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
      run: (cwd, paths) => {
        // Biome applies a configuration only to what lies beneath it.
        writeFileSync(join(cwd, 'biome.json'), JSON.stringify(BIOME));
        return runToEnd(bin('biome'), ['lint', '--write', '--unsafe', '--max-diagnostics=1', ...paths], cwd);
      },
    },
    {
      name: 'oxlint --type-aware --fix-suggestions',
      run: (cwd, paths) => {
        replaceRemovedOptions(join(cwd, 'tsconfig.json'));
        return runToEnd(
          bin('oxlint'),
          ['--type-aware', '--fix-suggestions', '--quiet', '-c', oxlintConfig, ...paths],
          cwd,
          { PATH: `${join(folder, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` },
        );
      },
    },
  ];
}

/** oxlint does nothing where a tsconfig has options that TypeScript 7 removed, so it gets their successors. */
function replaceRemovedOptions(tsconfig: string): void {
  if (!existsSync(tsconfig)) return;
  const text = readFileSync(tsconfig, 'utf8');
  writeFileSync(
    tsconfig,
    text
      .replace(/"moduleResolution": *"node(?:10)?"/i, '"moduleResolution": "bundler"')
      .replace(/"module": *"commonjs"/i, '"module": "preserve"'),
  );
}
