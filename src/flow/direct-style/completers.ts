import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import { CompletionFinder, type CompletionNames } from './completion.js';

/** The binding of a function that has a name of its own: a declaration, or the value of a variable. */
export function bindingOfFunction(file: SyntaxFile, fn: t.Function): Binding | undefined {
  if (t.isFunctionDeclaration(fn)) return fn.id ? file.bindingOf(fn.id) : undefined;
  const declarator = file.parentOf(fn);
  if (!t.isVariableDeclarator(declarator) || !t.isIdentifier(declarator.id)) return undefined;
  const binding = file.bindingOf(declarator.id);
  return binding && binding.writes.length === 0 ? binding : undefined;
}

/** The outermost named function inside `fn` that the node stands in. */
function namedFunctionAround(file: SyntaxFile, fn: t.Function, node: t.Node): Binding | undefined {
  let found: Binding | undefined;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === fn) return found;
    if (t.isFunction(ancestor)) found = bindingOfFunction(file, ancestor) ?? found;
  }
  return undefined;
}

/** Functions inside `fn` that finish it, by themselves or through each other: `const done = (err, res) => callback(…)`. */
export function findCompleters(file: SyntaxFile, fn: t.Function, names: CompletionNames): readonly Binding[] {
  const found = new Set<Binding>();
  for (;;) {
    const finder = new CompletionFinder(file, { ...names, completers: [...found] });
    const more = finder.identifiers
      .flatMap((identifier) => namedFunctionAround(file, fn, identifier) ?? [])
      .filter((binding) => !found.has(binding));
    if (more.length === 0) return [...found];
    for (const binding of more) found.add(binding);
  }
}
