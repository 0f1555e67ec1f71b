import * as t from '@babel/types';
import type { ChangeSet, TopLevelRequest } from '../../src/edit/change-set.js';
import { endOfRemovedLines } from '../../src/flow/direct-style/layout.js';
import { endOf, startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { Finding } from '../../src/transform.js';

/** What becomes of a handler. */
export interface JudgedHandler {
  readonly fn: t.Function;
  readonly outcome: Finding['outcome'];
}

/**
 * Takes away the imports that only types of callbacks needed. Several handlers may need one: it goes when all of them
 * lose their callback, whichever is written first.
 */
export function withoutUnusedImports<Judged extends JudgedHandler>(
  file: SyntaxFile,
  handlers: readonly Judged[],
): readonly Judged[] {
  const converted = handlers.filter(({ outcome }) => outcome.kind === 'safe');
  const removed = converted.flatMap(callbackParameters);
  const declarations = file.nodes('ImportDeclaration').flatMap((declaration) => {
    const unused = declaration.specifiers.filter((specifier) => isNeededBy(file, specifier, removed));
    return unused.length > 0 ? [{ declaration, unused }] : [];
  });
  // Handlers that are converted together have one outcome.
  const outcomes = new Map(converted.map(({ outcome }) => [outcome, outcome]));
  for (const outcome of outcomes.keys()) {
    const parameters = converted.filter((other) => other.outcome === outcome).flatMap(callbackParameters);
    const own = declarations.filter(({ unused }) =>
      unused.some((specifier) => isUsedIn(file, specifier, parameters)),
    );
    if (outcome.kind === 'safe' && own.length > 0)
      outcomes.set(outcome, { ...outcome, changeSet: withImports(file, outcome.changeSet, own) });
  }
  return handlers.map((handler) => ({
    ...handler,
    outcome: outcomes.get(handler.outcome) ?? handler.outcome,
  }));
}

/** An import, and what nothing uses of it. */
interface UnusedImport {
  readonly declaration: t.ImportDeclaration;
  readonly unused: readonly ImportedName[];
}

type ImportedName = t.ImportDeclaration['specifiers'][number];

function callbackParameters({ fn }: JudgedHandler): readonly t.Node[] {
  return fn.params.slice(2);
}

function usesOf(file: SyntaxFile, specifier: ImportedName): readonly t.Identifier[] {
  const isOwn = (node: t.Node): boolean => file.contains(specifier, node);
  return file.nodes('Identifier').filter((node) => node.name === specifier.local.name && !isOwn(node));
}

function isUsedIn(file: SyntaxFile, specifier: ImportedName, nodes: readonly t.Node[]): boolean {
  return usesOf(file, specifier).some((use) => nodes.some((outer) => file.contains(outer, use)));
}

/** Do nothing but these nodes use the name? */
function isNeededBy(file: SyntaxFile, specifier: ImportedName, nodes: readonly t.Node[]): boolean {
  const uses = usesOf(file, specifier);
  return (
    t.isImportSpecifier(specifier) &&
    uses.length > 0 &&
    uses.every((use) => nodes.some((outer) => file.contains(outer, use)))
  );
}

function withImports(file: SyntaxFile, changeSet: ChangeSet, imports: readonly UnusedImport[]): ChangeSet {
  const requests = imports.flatMap((unused) => requestsFor(file, unused));
  const whole = imports.filter(isWhole).map(({ declaration }) => declaration.source.value);
  const topLevel = new Map(changeSet.topLevel ?? []);
  topLevel.set(file.path, [...(topLevel.get(file.path) ?? []), ...requests]);
  const droppedStrings = new Map(changeSet.droppedStrings ?? []);
  droppedStrings.set(file.path, [...(droppedStrings.get(file.path) ?? []), ...whole]);
  return { ...changeSet, topLevel, droppedStrings };
}

function isWhole({ declaration, unused }: UnusedImport): boolean {
  return unused.length === declaration.specifiers.length;
}

function requestsFor(file: SyntaxFile, unusedImport: UnusedImport): readonly TopLevelRequest[] {
  const { declaration, unused } = unusedImport;
  const removal = (at: number, until: number): TopLevelRequest => ({
    key: `unused-import:${String(at)}`,
    at,
    until,
    text: '',
  });
  if (isWhole(unusedImport)) {
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
