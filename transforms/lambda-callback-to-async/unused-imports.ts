import * as t from '@babel/types';
import type { ChangeSet, TopLevelRequest } from '../../src/edit/change-set.js';
import { endOfRemovedLines } from '../../src/flow/direct-style/layout.js';
import { requiredModule } from '../../src/flow/module-member.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding } from '../../src/transform.js';

/** What becomes of a handler. */
export interface JudgedHandler {
  readonly outcome: Finding['outcome'];
  /** What goes with the callback: the parameter with its type, `co.wrap` around a generator. */
  readonly removed: readonly t.Node[];
}

/**
 * Takes away the imports that only code which goes has needed. Several handlers may need one: it goes when all of them
 * lose their callback, whichever is written first.
 */
export function withoutUnusedImports<Judged extends JudgedHandler>(
  file: SyntaxFile,
  handlers: readonly Judged[],
): readonly Judged[] {
  const converted = handlers.filter(({ outcome }) => outcome.kind === 'safe');
  const removed = converted.flatMap((handler) => handler.removed);
  const declarations = [...file.nodes('ImportDeclaration'), ...requires(file)].flatMap((declaration) => {
    const unused = namesOf(declaration).filter((name) => isNeededBy(file, name, removed));
    return unused.length > 0 ? [{ declaration, unused }] : [];
  });
  // Handlers that are converted together have one outcome.
  const outcomes = new Map(converted.map(({ outcome }) => [outcome, outcome]));
  for (const outcome of outcomes.keys()) {
    const nodes = converted.filter((other) => other.outcome === outcome).flatMap((other) => other.removed);
    const own = declarations.filter(({ unused }) => unused.some((name) => isUsedIn(file, name, nodes)));
    if (outcome.kind === 'safe' && own.length > 0)
      outcomes.set(outcome, { ...outcome, changeSet: withImports(file, outcome.changeSet, own) });
  }
  return handlers.map((handler) => ({
    ...handler,
    outcome: outcomes.get(handler.outcome) ?? handler.outcome,
  }));
}

/** `import … from 'x'` or `const x = require('x')` */
type Declaration = t.ImportDeclaration | t.VariableDeclaration;

/** A name that a declaration imports. */
type ImportedName = t.ImportDeclaration['specifiers'][number] | t.VariableDeclarator;

/** An import, and what nothing uses of it. */
interface UnusedImport {
  readonly declaration: Declaration;
  readonly unused: readonly ImportedName[];
}

/** `const x = require('x');` */
function requires(file: SyntaxFile): readonly t.VariableDeclaration[] {
  return file.nodes('VariableDeclaration').filter(({ declarations: [only, ...more] }) => {
    if (!only?.init || more.length > 0 || !t.isIdentifier(only.id)) return false;
    return requiredModule(file, only.init) !== undefined;
  });
}

function namesOf(declaration: Declaration): readonly ImportedName[] {
  return t.isImportDeclaration(declaration) ? declaration.specifiers : declaration.declarations;
}

function localName(name: ImportedName): string | undefined {
  const identifier = t.isVariableDeclarator(name) ? name.id : name.local;
  return t.isIdentifier(identifier) ? identifier.name : undefined;
}

function usesOf(file: SyntaxFile, name: ImportedName): readonly t.Identifier[] {
  const isOwn = (node: t.Node): boolean => file.contains(name, node);
  return file.nodes('Identifier').filter((node) => node.name === localName(name) && !isOwn(node));
}

function isUsedIn(file: SyntaxFile, name: ImportedName, nodes: readonly t.Node[]): boolean {
  return usesOf(file, name).some((use) => nodes.some((outer) => file.contains(outer, use)));
}

/** Do nothing but these nodes use the name? */
function isNeededBy(file: SyntaxFile, name: ImportedName, nodes: readonly t.Node[]): boolean {
  const uses = usesOf(file, name);
  return uses.length > 0 && uses.every((use) => nodes.some((outer) => file.contains(outer, use)));
}

function withImports(file: SyntaxFile, changeSet: ChangeSet, imports: readonly UnusedImport[]): ChangeSet {
  const requests = imports.flatMap((unused) => requestsFor(file, unused));
  const whole = imports.filter(isWhole).flatMap(({ declaration }) => sourceOf(file, declaration) ?? []);
  const topLevel = new Map(changeSet.topLevel ?? []);
  topLevel.set(file.path, [...(topLevel.get(file.path) ?? []), ...requests]);
  const droppedStrings = new Map(changeSet.droppedStrings ?? []);
  droppedStrings.set(file.path, [...(droppedStrings.get(file.path) ?? []), ...whole]);
  return { ...changeSet, topLevel, droppedStrings };
}

/** The module's name as written, a string that goes with the import. */
function sourceOf(file: SyntaxFile, declaration: Declaration): string | undefined {
  if (t.isImportDeclaration(declaration)) return declaration.source.value;
  const strings = file.nodes('StringLiteral');
  return strings.find((node) => file.contains(declaration, node))?.value;
}

function isWhole({ declaration, unused }: UnusedImport): boolean {
  return unused.length === namesOf(declaration).length;
}

function requestsFor(file: SyntaxFile, unusedImport: UnusedImport): readonly TopLevelRequest[] {
  const { declaration, unused } = unusedImport;
  const removal = (at: number, until: number): TopLevelRequest => ({
    key: `unused-import:${String(at)}`,
    at,
    until,
    text: '',
  });
  if (isWhole(unusedImport) || !t.isImportDeclaration(declaration)) {
    const start = startOf(declaration);
    return [removal(start, endOfRemovedLines(file, start, endOf(declaration)))];
  }
  const { specifiers } = declaration;
  const lastKept = specifiers.findLastIndex((specifier) => !unused.includes(specifier));
  const [kept, last] = [specifiers[lastKept], specifiers.at(-1)];
  const inFront = specifiers.slice(0, lastKept).flatMap((specifier, index) => {
    const next = specifiers[index + 1];
    return unused.includes(specifier) && next ? [removal(startOf(specifier), startOf(next))] : [];
  });
  const isBehind = kept && last && last !== kept && t.isImportSpecifier(kept);
  return isBehind ? [...inFront, removal(endOf(kept), endOf(last))] : inFront;
}
