import { ts } from 'ts-morph';
import { nodesOfTree } from './nodes-of-tree.js';
import type { Projects } from './projects.js';

type TypeOwner = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

export interface MemberFamily {
  /** Members of project classes and interfaces that stand for each other: bases, overrides, implementations. */
  readonly members: readonly ts.Node[];
  /** `Base#name` of a class or interface outside the project that declares the member too. */
  readonly externalContract?: string;
}

/** The members called `name` that a class's own member overrides or implements, and those that override it. */
export function findMemberFamily(
  projects: Projects,
  owner: ts.ClassLikeDeclaration,
  name: string,
): MemberFamily {
  const members = new Map<string, ts.Node>();
  let externalContract: string | undefined;
  const waiting: TypeOwner[] = [owner];
  const seen = new Set<string>();
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    const key = keyOf(current);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const member of membersCalled(current, name)) members.set(keyOf(member), member);
    for (const base of basesOf(projects, current)) {
      if (isInProject(projects, base)) waiting.push(...withMember(projects, base, name));
      else if (membersInherited(projects, base, name)) {
        externalContract ??= `${base.name?.text ?? 'class'}#${name}`;
      }
    }
    waiting.push(...findHeirs(projects, current));
  }
  return { members: [...members.values()], ...(externalContract !== undefined && { externalContract }) };
}

/** Key of a node that is the same in every program that holds its file. */
export function keyOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}\0${node.pos}\0${node.end}`;
}

function membersCalled(owner: TypeOwner, name: string): ts.Node[] {
  const members: readonly (ts.ClassElement | ts.TypeElement)[] = owner.members;
  return members.filter(
    (member) => member.name && !ts.isComputedPropertyName(member.name) && member.name.text === name,
  );
}

/** A base without the member may still have a base with it, and then its other heirs matter too. */
function withMember(projects: Projects, base: TypeOwner, name: string): TypeOwner[] {
  if (membersCalled(base, name).length > 0) return [base];
  return basesOf(projects, base).some((above) => membersInherited(projects, above, name)) ? [base] : [];
}

function membersInherited(projects: Projects, owner: TypeOwner, name: string): boolean {
  if (membersCalled(owner, name).length > 0) return true;
  return basesOf(projects, owner).some((base) => membersInherited(projects, base, name));
}

function basesOf(projects: Projects, owner: TypeOwner): TypeOwner[] {
  const checker = checkerFor(projects, owner);
  if (!checker) return [];
  return (owner.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap((type) => {
      const symbol = checker.getTypeAtLocation(type).getSymbol();
      return (symbol?.declarations ?? []).filter(isTypeOwner);
    }),
  );
}

/** Classes and interfaces of the project that name this one in their `extends` or `implements`. */
function findHeirs(projects: Projects, owner: TypeOwner): TypeOwner[] {
  const name = owner.name?.text;
  if (name === undefined) return [];
  const key = keyOf(owner);
  return [...projects.imports.withinReachOf([owner.getSourceFile().fileName])].flatMap((path) => {
    const text = projects.texts.readFile(path) ?? '';
    // A default export has the name that the importer likes.
    if (!text.includes(name) && !text.includes('import')) return [];
    if (!text.includes('extends') && !text.includes('implements')) return [];
    const file = projects.open(path);
    if (!file) return [];
    return heirsIn(file.tree).filter((heir) => basesOf(projects, heir).some((base) => keyOf(base) === key));
  });
}

const heirsIn = nodesOfTree(
  (node): node is TypeOwner => isTypeOwner(node) && node.heritageClauses !== undefined,
);

function isTypeOwner(node: ts.Node): node is TypeOwner {
  return ts.isClassLike(node) || ts.isInterfaceDeclaration(node);
}

/** Declarations outside the project are asked about in a program that surely holds them: that of the asking file. */
function checkerFor(projects: Projects, owner: TypeOwner): ts.TypeChecker | undefined {
  return projects.open(owner.getSourceFile().fileName)?.checker;
}

function isInProject(projects: Projects, owner: TypeOwner): boolean {
  const file = owner.getSourceFile();
  return projects.texts.isProjectFile(file.fileName) && !file.isDeclarationFile;
}
