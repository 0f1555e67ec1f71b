import { extname } from 'node:path';
import type { PackageJsonFinder } from '../project/package-json.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';

/**
 * Does Node run this file as an ES module? `import` in TypeScript says nothing: it is often compiled to CommonJS, so
 * there the name or the package has to say it.
 */
export function canAwaitAtTopLevel(file: SyntaxFile, packages: PackageJsonFinder): boolean {
  switch (extname(file.path)) {
    case '.mjs':
    case '.mts':
      return true;
    case '.cjs':
    case '.cts':
      return false;
    default:
      return file.moduleSystem === 'esm' && packages.nearest(file.path)?.type === 'module';
  }
}
