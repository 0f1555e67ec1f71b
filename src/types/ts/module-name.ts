import { basename } from 'node:path';
import { ts } from 'ts-morph';
import { libraryFolder } from './library-files.js';

/** Module that a declaration outside the project belongs to: `fs`, `mysql2/promise`, `lib.es5`. */
export function moduleOf(declaration: ts.Node): string | undefined {
  const ambient = ts.findAncestor(
    declaration,
    (node): node is ts.ModuleDeclaration => ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name),
  );
  if (ambient) return ambient.name.text.replace(/^node:/, '');
  const path = declaration.getSourceFile().fileName;
  if (path.startsWith(libraryFolder)) return basename(path, '.d.ts');
  return packageOf(path);
}

/** `@types/x` is `x`; a declaration file at the package's top that isn't its index is a module of its own. */
function packageOf(path: string): string | undefined {
  const inside = path.split('/node_modules/').at(-1);
  if (inside === undefined || inside === path) return undefined;
  const match = /^(?:@types\/(?<typed>[^/]+)|(?<plain>(?:@[^/]+\/)?[^/]+))\/(?<rest>.*)$/.exec(inside);
  const name = match?.groups?.['typed']?.replace(/^(.+)__(.+)$/, '@$1/$2') ?? match?.groups?.['plain'];
  const submodule = /^(?<name>[^/]+)\.d\.[cm]?ts$/.exec(match?.groups?.['rest'] ?? '')?.groups?.['name'];
  const isEntry = submodule === undefined || submodule === 'index' || submodule === name;
  return isEntry ? name : `${name ?? ''}/${submodule}`;
}
