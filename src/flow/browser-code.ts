import * as t from '@babel/types';
import { BROWSER_GLOBALS, BROWSER_PACKAGES, RUNS_IN_PAGE } from '../knowledge/browser.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { memberName } from '../syntax/unwrap.js';
import { isTestCallback } from './function-position.js';
import { requiredModule } from './module-member.js';

/**
 * What in a file tells that a browser runs it: JSX, a package for user interfaces, a global of browsers.
 * @returns undefined where nothing does, and for tests of such code, which Node.js runs
 */
export function signOfBrowser(file: SyntaxFile): t.Node | undefined {
  if (!signs.has(file)) signs.set(file, findSign(file));
  return signs.get(file);
}

/** Each file is asked about once for each of its promises. */
const signs = new WeakMap<SyntaxFile, t.Node | undefined>();

function findSign(file: SyntaxFile): t.Node | undefined {
  const sign = jsx(file) ?? importOfBrowserPackage(file) ?? useOfBrowserGlobal(file);
  return sign && !hasTests(file) ? sign : undefined;
}

function jsx(file: SyntaxFile): t.Node | undefined {
  return file.nodes('JSXOpeningElement')[0] ?? file.nodes('JSXOpeningFragment')[0];
}

function importOfBrowserPackage(file: SyntaxFile): t.Node | undefined {
  return (
    file
      .nodes('ImportDeclaration')
      .find(({ source, importKind }) => importKind !== 'type' && BROWSER_PACKAGES.test(source.value)) ??
    file.nodes('CallExpression').find((call) => BROWSER_PACKAGES.test(requiredModule(file, call) ?? ''))
  );
}

/** Code that asks `typeof window` runs in both worlds. */
function useOfBrowserGlobal(file: SyntaxFile): t.Node | undefined {
  const names = [...BROWSER_GLOBALS].filter((name) => file.hasName(name));
  if (names.length === 0) return undefined;
  const uses = file.nodes('Identifier').filter((node) => isUseOf(file, node, names));
  const isAskedFor = uses.some((use) => t.isUnaryExpression(file.parentOf(use), { operator: 'typeof' }));
  return isAskedFor ? undefined : uses.find((use) => !runsInPage(file, use));
}

function isUseOf(file: SyntaxFile, node: t.Identifier, names: readonly string[]): boolean {
  const parent = file.parentOf(node);
  return (
    names.includes(node.name) &&
    file.bindingOf(node) === undefined &&
    parent !== undefined &&
    t.isReferenced(node, parent, file.parentOf(parent))
  );
}

/** Does it stand in a function that is handed to a browser: `page.evaluate(() => document.title)`? */
function runsInPage(file: SyntaxFile, use: t.Node): boolean {
  return [...file.ancestors(use)].some((fn) => {
    const call = t.isFunction(fn) ? file.parentOf(fn) : undefined;
    return (
      t.isCallExpression(call) &&
      t.isMemberExpression(call.callee) &&
      RUNS_IN_PAGE.has(memberName(call.callee) ?? '')
    );
  });
}

function hasTests(file: SyntaxFile): boolean {
  return file.nodes('CallExpression').some(({ callee }) => isTestCallback(file, callee));
}
