import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A release of AWS's own runtime client for Node.js, ready to run. */
export interface RuntimeClientRelease {
  name: string;
  /** What to run with Node.js. */
  main: string;
  /** The column of the conformance table that it should agree with. */
  column: 'older' | 'newest';
}

const RELEASES = [
  { version: '2.1.0', main: 'bin/index.js', column: 'older' },
  { version: '3.3.0', main: 'bin/index.mjs', column: 'older' },
  { version: '4.0.2', main: 'index.mjs', column: 'newest' },
] as const;

/** Downloads the releases on npm. They aren't built: a stand-in takes the place of the native part. */
export function downloadReleases(folder: string): RuntimeClientRelease[] {
  return RELEASES.map(({ version, main, column }) => {
    const target = path.join(folder, version);
    mkdirSync(target, { recursive: true });
    const name = execFileSync('npm', ['pack', '--silent', `aws-lambda-ric@${version}`], {
      cwd: target,
      encoding: 'utf8',
    });
    execFileSync('tar', ['xzf', name.trim(), '--strip-components=1'], { cwd: target });
    return { name: `aws-lambda-ric ${version}`, main: path.join(target, main), column };
  });
}

/**
 * The unreleased source, which is what the managed runtimes up to Node.js 22 behave like.
 * @param checkout folder of a clone of aws/aws-lambda-nodejs-runtime-interface-client
 */
export function releaseOfCheckout(checkout: string): RuntimeClientRelease {
  const source = path.join(checkout, 'src');
  const banner = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n`;
  const main = path.join(source, 'unbundled.mjs');
  const run = '\nawait run(process.cwd(), process.argv[2]);\n';
  writeFileSync(main, banner + readFileSync(path.join(source, 'index.mjs'), 'utf8') + run);
  return { name: 'aws-lambda-ric, source', main, column: 'older' };
}
