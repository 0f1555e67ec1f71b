import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tool } from './stage.js';

const PACKAGES = [
  'eslint@10',
  'prettier@3',
  '@biomejs/biome@2',
  'oxlint@1',
  'jscodeshift@17',
  '@ast-grep/cli@0',
];

const ESLINT_CONFIG = `export default [
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' }, rules: { 'no-var': 'error' } },
];
`;

const JSCODESHIFT_TRANSFORM = `module.exports = ({ source }, { j }) => {
  const root = j(source);
  root.find(j.VariableDeclaration, { kind: 'var' }).forEach(({ node }) => { node.kind = 'let'; });
  return root.toSource();
};
`;

const BIOME_CONFIG = JSON.stringify({
  formatter: { enabled: false },
  assist: { enabled: false },
  linter: { rules: { recommended: false, suspicious: { noVar: { level: 'error', fix: 'safe' } } } },
});

/**
 * Installs six tools that rewrite files into a temporary folder, each set to make one small change: `var` to `let` or
 * `const`, for prettier the blanks.
 */
export async function installPeers(): Promise<readonly Tool[]> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'fault-peers-')));
  await writeFile(join(home, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: home, stdio: 'ignore' });
  // npm may be set to run no install scripts; this one puts the program in its place.
  execFileSync(process.execPath, [join(home, 'node_modules/@ast-grep/cli/postinstall.js')], {
    stdio: 'ignore',
  });
  await writeFile(join(home, 'eslint.config.mjs'), ESLINT_CONFIG);
  await writeFile(join(home, 'transform.cjs'), JSCODESHIFT_TRANSFORM);
  await mkdir(join(home, 'biome'));
  await writeFile(join(home, 'biome/biome.json'), BIOME_CONFIG);
  execFileSync('chmod', ['-R', 'a+rX', home]);
  const run = (program: string, ...args: readonly string[]): Tool['command'] => {
    return (targets) => [join(home, 'node_modules/.bin', program), ...args, ...targets];
  };
  const prefer = ['-A', 'all', '-D', 'no-var', '--fix'];
  return [
    { name: 'eslint', command: run('eslint', '--config', join(home, 'eslint.config.mjs'), '--fix') },
    { name: 'prettier', command: run('prettier', '--log-level=warn', '--write') },
    { name: 'biome', command: run('biome', 'lint', `--config-path=${join(home, 'biome')}`, '--write') },
    { name: 'oxlint', command: run('oxlint', ...prefer) },
    {
      name: 'jscodeshift',
      command: run('jscodeshift', '--silent', '--run-in-band', '-t', join(home, 'transform.cjs')),
    },
    {
      name: 'ast-grep',
      command: run('ast-grep', 'run', '-l', 'js', '-p', 'var $A = $B', '-r', 'let $A = $B', '-U'),
    },
  ];
}
