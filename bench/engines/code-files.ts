import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The source files that git tracks in a folder, by absolute path. */
export function codeFilesIn(folder: string): readonly string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: folder, maxBuffer: 1 << 28, encoding: 'utf8' })
    .split('\0')
    .filter(
      (file) => /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$|\.min\.|(?:^|\/)node_modules\//.test(file),
    )
    .map((file) => join(folder, file));
}
