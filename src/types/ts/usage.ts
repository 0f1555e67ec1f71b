import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import type { Answer, FunctionUsage, NodeRange, Reference } from '../oracle.js';
import { findMemberFamily, keyOf, type MemberFamily } from './class-family.js';
import { findComputedAccesses } from './computed-accesses.js';
import { isLoadedUnseen, isTakenUnseen } from './computed-imports.js';
import { externalContractOf } from './external-contract.js';
import { findNaming, isExportedObject, memberOf, outermost, ownerOf } from './function-naming.js';
import { findModuleUse } from './module-escape.js';
import { findModuleReferences } from './module-references.js';
import { type FunctionNode, startOf } from './node-at-range.js';
import { findOccurrences } from './occurrences.js';
import type { ProjectFile, Projects } from './projects.js';
import { resolveAlias } from './symbols.js';
import { isOpenType } from './thenable.js';
import { useOfName } from './use-of-name.js';

const unknown: Answer<FunctionUsage> = { is: 'unknown' };

/** A name to look for, in one file or in all. */
interface Search {
  readonly name: string;
  readonly file?: string;
}

/** Who uses a function, in every file of the run. */
export function askUsage(projects: Projects, fn: FunctionNode): Answer<FunctionUsage> {
  const naming = findNaming(fn);
  if (!naming) return unknown;
  if (naming === 'called' || naming === 'value') {
    const isCalled = naming === 'called';
    const node = isCalled ? outermost(fn).parent : fn;
    const reference: Reference = { ...rangeOf(node), kind: isCalled ? 'call' : 'value' };
    return {
      is: 'yes',
      value: { references: [reference], related: [], ...externalContractOf(projects, fn) },
    };
  }
  return new UsageSearch(projects, fn).run();
}

/** One search for the uses of one function, under all the names that it gets on its way through the project. */
class UsageSearch {
  readonly #declarations = new Set<string>();
  readonly #references = new Map<string, Reference>();
  readonly #searches: Search[] = [];
  readonly #searched = new Set<string>();
  readonly #holders = new Set<string>();
  #withinReach: readonly string[] | undefined;
  #isMember = false;
  #isUnresolved = false;

  constructor(
    private readonly projects: Projects,
    private readonly fn: FunctionNode,
  ) {}

  run(): Answer<FunctionUsage> {
    const naming = findNaming(this.fn);
    if (typeof naming !== 'object') return unknown;
    this.#isMember = naming.isMember;
    const family = this.#findFamily(naming.names);
    const declarations = [...naming.declarations, ...family.members];
    for (const declaration of declarations) this.#declarations.add(keyOf(declaration));
    for (const name of naming.names) this.#search({ name });
    const path = this.fn.getSourceFile().fileName;
    if (naming.isNamedByImporters) this.#searchNamesOfImporters(path);
    for (let search = this.#searches.pop(); search; search = this.#searches.pop()) {
      const known = this.#declarations.size;
      for (const file of this.#filesOf(search)) this.#lookInto(file, search.name);
      if (this.#isUnresolved) break;
      // A file that was looked into may use what another one has been found to pass on under the same name.
      if (this.#declarations.size > known) this.#searches.push(search);
    }
    if (this.#isUnresolved) return unknown;
    if (naming.isMember && this.#isTakenByComputedName(naming.names)) return unknown;
    if (this.#isExported() && (this.#escapesWithModule(path) || isTakenUnseen(this.projects, path)))
      return unknown;
    const related = family.members.filter((member) => keyOf(member) !== keyOf(memberOf(this.fn)));
    const overloads = naming.declarations.filter(
      (node) => node !== this.fn && ts.isFunctionDeclaration(node),
    );
    return {
      is: 'yes',
      value: {
        references: [...this.#references.values()].sort(byPlace),
        related: [...overloads, ...related].map(rangeOf),
        ...externalContractOf(this.projects, this.fn),
        ...(family.externalContract !== undefined && { externalContract: family.externalContract }),
      },
    };
  }

  #findFamily([name]: readonly string[]): MemberFamily {
    const owner = ownerOf(this.fn);
    if (!owner || name === undefined || !ts.isClassLike(owner)) return { members: [] };
    return findMemberFamily(this.projects, owner, name);
  }

  #search(search: Search): void {
    const key = `${search.file ?? ''}\0${search.name}`;
    if (this.#searched.has(key)) return;
    this.#searched.add(key);
    this.#searches.push(search);
  }

  #filesOf({ name, file }: Search): ProjectFile[] {
    const { texts } = this.projects;
    return (file === undefined ? this.#filesWithinReach() : [file])
      .filter((path) => texts.readFile(path)?.includes(name))
      .map((path) => this.projects.open(path))
      .filter((opened) => opened !== undefined);
  }

  #filesWithinReach(): readonly string[] {
    this.#withinReach ??= [...this.projects.imports.withinReachOf([this.fn.getSourceFile().fileName])];
    return this.#withinReach;
  }

  #lookInto(file: ProjectFile, name: string): void {
    for (const node of findOccurrences(file, name)) {
      if (this.#isDeclaredBy(node)) continue;
      const symbols = symbolsAt(file.checker, node);
      if (symbols.length === 0) this.#isUnresolved ||= this.#mayBeHeldBy(file, node);
      else if (symbols.some((symbol) => this.#means(file.checker, symbol))) this.#record(node);
    }
  }

  /** Whether the node is a member of a value of unknown type, and that value can be the function's object or module. */
  #mayBeHeldBy(file: ProjectFile, node: ts.Node): boolean {
    if (!isMemberOfOpenType(file, node)) return false;
    const path = this.fn.getSourceFile().fileName;
    return (
      this.projects.imports.isConnected(file.tree.fileName, path) &&
      (this.#isMember || (isLoadedUnseen(this.projects, path) && this.#isExported()))
    );
  }

  /** `routes[event.action]()`, where the function is one of the routes */
  #isTakenByComputedName(names: readonly string[]): boolean {
    const candidates = this.projects.imports.takersByComputedName(this.#filesWithinReach());
    return candidates.some((path) => {
      const file = this.projects.open(path);
      return (
        file !== undefined &&
        findComputedAccesses(file.tree).some((access) => {
          const type = file.checker.getTypeAtLocation(access.expression);
          return names.some((name) => {
            const member = type.getProperty(name);
            return member !== undefined && this.#means(file.checker, member);
          });
        })
      );
    });
  }

  /** Whether the node is the name in the function's own declaration. */
  #isDeclaredBy(node: ts.Node): boolean {
    const { parent } = node;
    if (this.#declarations.has(keyOf(node)) && ts.isIdentifier(node)) return true;
    if (!this.#declarations.has(keyOf(parent)) || ts.isShorthandPropertyAssignment(parent)) return false;
    return ts.getNameOfDeclaration(parent as ts.Declaration) === node;
  }

  #means(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
    const resolved = resolveAlias(checker, symbol);
    return [symbol, resolved, ...checker.getRootSymbols(resolved)].some((meant) =>
      (meant.declarations ?? []).some((declaration) => this.#declarations.has(keyOf(declaration))),
    );
  }

  #record(node: ts.Node): void {
    const use = useOfName(node);
    const path = node.getSourceFile().fileName;
    if (use.kind !== 'alias') {
      const isCall = use.kind === 'call' || use.kind === 'construct';
      this.#add({ ...rangeOf(isCall ? use.node : node), kind: use.kind });
      return;
    }
    this.#add({ ...rangeOf(node), kind: 'mention' });
    for (const declaration of use.declarations) {
      this.#declarations.add(keyOf(declaration));
      // The left side of `exports.save = save` was met first.
      const key = keyOfReference(rangeOf(declaration));
      if (this.#references.get(key)?.kind === 'value') this.#references.delete(key);
    }
    if (use.name !== undefined) {
      this.#search({ name: use.name, ...(use.scope === 'file' && { file: path }) });
    }
    if (use.isNamedByImporters) this.#searchNamesOfImporters(path);
  }

  #add(reference: Reference): void {
    this.#references.set(keyOfReference(reference), reference);
  }

  /** A default export, or a function that is the whole module, is called what each importer likes. */
  #searchNamesOfImporters(module: string): void {
    this.#isUnresolved ||= isLoadedUnseen(this.projects, module);
    for (const reference of findModuleReferences(this.projects, module)) {
      const file = this.projects.open(reference.importer);
      if (!file) continue;
      const { localNames, calledAt } = findModuleUse(file, reference);
      for (const name of localNames) this.#search({ name, file: reference.importer });
      if (calledAt) this.#add({ ...rangeOf(calledAt), kind: 'call' });
    }
  }

  /** Whether the function is among what its module exports by name. */
  #isExported(): boolean {
    const file = this.projects.open(this.fn.getSourceFile().fileName);
    const module = file?.checker.getSymbolAtLocation(file.tree);
    if (!file || !module) return false;
    const owner = ownerOf(this.fn);
    if (owner && isExportedObject(owner)) return true;
    return file.checker
      .getExportsOfModule(module)
      .filter(({ name }) => name !== 'default' && name !== 'export=')
      .some((symbol) => this.#means(file.checker, symbol));
  }

  /** Whether the module is used as a value somewhere, so that its members can be reached unseen. */
  #escapesWithModule(module: string): boolean {
    if (this.#holders.has(module)) return false;
    this.#holders.add(module);
    if (this.#isImportedBuilt(module)) return true;
    return findModuleReferences(this.projects, module).some((reference) => {
      const file = this.projects.open(reference.importer);
      if (!file) return true;
      const { escapes, isPassedOn } = findModuleUse(file, reference);
      return escapes || (isPassedOn && this.#escapesWithModule(reference.importer));
    });
  }

  /** Whether another package of the project imports this one as it is built, which nobody can look into. */
  #isImportedBuilt(module: string): boolean {
    const { imports, manifests, texts } = this.projects;
    const packageName = manifests.packageOf(dirname(module))?.name;
    if (packageName === undefined) return false;
    const names = [...this.#searched].map((key) => key.split('\0').at(-1) ?? '');
    return imports
      .importersOfBuilt(packageName)
      .some((importer) => names.some((name) => texts.readFile(importer)?.includes(name)));
  }
}

function symbolsAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol[] {
  const { parent } = node;
  const found: (ts.Symbol | undefined)[] = [];
  if (ts.isShorthandPropertyAssignment(parent)) {
    found.push(checker.getShorthandAssignmentValueSymbol(parent));
  } else if (ts.isExportSpecifier(parent)) {
    found.push(checker.getExportSpecifierLocalTargetSymbol(parent), checker.getSymbolAtLocation(node));
  } else {
    found.push(checker.getSymbolAtLocation(node));
  }
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node) {
    found.push(checker.getTypeAtLocation(parent.parent).getProperty(textOf(node)));
  }
  return found.filter((symbol) => symbol !== undefined);
}

function textOf(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/** `x.save`, where nobody knows what `x` is */
function isMemberOfOpenType({ checker }: ProjectFile, node: ts.Node): boolean {
  const { parent } = node;
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node);
  return isName && isOpenType(checker.getTypeAtLocation(parent.expression));
}

function keyOfReference({ file, start, end }: NodeRange): string {
  return `${file}\0${start}\0${end}`;
}

function rangeOf(node: ts.Node): NodeRange {
  const file = node.getSourceFile();
  return { file: file.fileName, start: startOf(node, file), end: node.end };
}

function byPlace(a: Reference, b: Reference): number {
  return a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1;
}
