import * as t from '@babel/types';
import type { Binding as BabelBinding } from '@babel/traverse';

/** A declared name, with everything in the file that refers to it. */
export interface Binding {
  readonly name: string;
  readonly kind: 'var' | 'let' | 'const' | 'param' | 'function' | 'class' | 'import' | 'type' | 'other';
  /** The declaring identifier. */
  readonly identifier: t.Identifier;
  /** The node whose scope declares the name: a function, a block, the program. */
  readonly scope: t.Node;
  /** Reads, in source order. Exports and type positions count. */
  readonly references: readonly t.Identifier[];
  /** Identifiers that are assigned to after the declaration, redeclarations included. */
  readonly writes: readonly t.Identifier[];
}

export function isUsed(binding: Binding | undefined): boolean {
  return binding !== undefined && (binding.references.length > 0 || binding.writes.length > 0);
}

const KINDS: Readonly<Partial<Record<string, Binding['kind']>>> = {
  var: 'var',
  let: 'let',
  const: 'const',
  using: 'const',
  param: 'param',
  hoisted: 'function',
  module: 'import',
};

function kindOf(binding: BabelBinding): Binding['kind'] {
  if (binding.path.isClassDeclaration()) return 'class';
  if (binding.path.isTSInterfaceDeclaration() || binding.path.isTSTypeAliasDeclaration()) return 'type';
  return KINDS[binding.kind] ?? 'other';
}

function writtenIdentifiers(node: t.Node, name: string): t.Identifier[] {
  const target = t.isForXStatement(node) ? node.left : node;
  const found = t.getBindingIdentifiers(target, true)[name];
  return found ?? [];
}

/** Our view of a Babel binding: nodes, no paths. */
export function toBinding(binding: BabelBinding): Binding {
  const { name } = binding.identifier;
  return {
    name,
    kind: kindOf(binding),
    identifier: binding.identifier,
    scope: binding.scope.block,
    references: binding.referencePaths.flatMap(({ node }) => (t.isIdentifier(node) ? [node] : [])),
    writes: binding.constantViolations
      .flatMap(({ node }) => writtenIdentifiers(node, name))
      .filter((identifier) => identifier !== binding.identifier),
  };
}
