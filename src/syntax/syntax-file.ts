import traverseModule, { type Binding as BabelBinding, type Scope } from '@babel/traverse';
import * as t from '@babel/types';
import jscodeshift, { type Collection } from 'jscodeshift';
import type { NodeRange } from '../types/oracle.js';
import { type Binding, toBinding } from './binding.js';
import { parse, type SyntaxProblem } from './parse.js';
import { type CodeStyle, detectStyle } from './style.js';

type NodeOfType<Type extends t.Node['type']> = Extract<t.Node, { type: Type }>;

interface Index {
  readonly byType: ReadonlyMap<string, readonly t.Node[]>;
  readonly parents: ReadonlyMap<t.Node, t.Node>;
  readonly bindings: ReadonlyMap<t.Identifier, Binding>;
  readonly names: ReadonlySet<string>;
}

/** Babel keeps a name without a binding for what `declare class` says. */
function bindingsOf(scope: Scope): readonly Binding[] {
  const bindings: readonly (BabelBinding | undefined)[] = Object.values(scope.bindings);
  return bindings.flatMap((binding) => (binding ? toBinding(binding) : []));
}

/** Walks the tree once: nodes by type, parents, and what each identifier is bound to. */
function indexOf(ast: t.File): Index {
  const byType = new Map<string, t.Node[]>();
  const parents = new Map<t.Node, t.Node>();
  const bindings = new Map<t.Identifier, Binding>();
  const names = new Set<string>();
  const seenScopes = new Set<unknown>();
  traverseModule.default(ast, {
    enter({ node, parent, scope }) {
      parents.set(node, parent);
      const list = byType.get(node.type);
      if (list) list.push(node);
      else byType.set(node.type, [node]);
      if (t.isIdentifier(node) || t.isJSXIdentifier(node)) names.add(node.name);
      if (seenScopes.has(scope)) return;
      seenScopes.add(scope);
      for (const binding of bindingsOf(scope)) {
        for (const identifier of [binding.identifier, ...binding.references, ...binding.writes])
          bindings.set(identifier, binding);
      }
    },
  });
  return { byType, parents, bindings, names };
}

/** @param nodes each node before those inside it */
function groupByStart(nodes: Iterable<t.Node>): ReadonlyMap<number, readonly t.Node[]> {
  const groups = new Map<number, t.Node[]>();
  for (const node of nodes) {
    const start = startOf(node);
    const group = groups.get(start);
    if (group) group.push(node);
    else groups.set(start, [node]);
  }
  return groups;
}

export type ModuleSystem = 'esm' | 'commonjs';

/** One parsed version of a file: its text, its tree, and an index of both. Immutable. */
export class SyntaxFile {
  readonly style: CodeStyle;
  readonly #index: Index;
  #root: Collection | undefined;
  #byStart: ReadonlyMap<number, readonly t.Node[]> | undefined;

  private constructor(
    /** Absolute path. */
    readonly path: string,
    readonly text: string,
    readonly ast: t.File,
  ) {
    this.style = detectStyle(text);
    this.#index = indexOf(ast);
  }

  /** @returns the parsed file, or what is wrong with it. Never throws for what is in a file. */
  static parse(path: string, text: string): SyntaxFile | SyntaxProblem {
    const result = parse(path, text);
    if (!result.ok) return result.problem;
    try {
      return new SyntaxFile(path, text, result.ast);
    } catch (error) {
      const tooDeep = error instanceof RangeError;
      return {
        message: tooDeep ? 'nested too deep to be read' : (error as Error).message,
        line: 1,
        column: 1,
      };
    }
  }

  get program(): t.Program {
    return this.ast.program;
  }

  /** ES module when it has module syntax or an `.mjs`/`.mts` name; everything else is read as CommonJS. */
  get moduleSystem(): ModuleSystem {
    return this.program.sourceType === 'module' ? 'esm' : 'commonjs';
  }

  get comments(): readonly t.Comment[] {
    return this.ast.comments ?? [];
  }

  /** The tree as a jscodeshift Collection, for queries in jscodeshift's own terms. */
  get root(): Collection {
    this.#root ??= jscodeshift(this.ast as never);
    return this.#root;
  }

  /** All nodes of a type, in source order. */
  nodes<Type extends t.Node['type']>(type: Type): readonly NodeOfType<Type>[] {
    return (this.#index.byType.get(type) ?? []) as readonly NodeOfType<Type>[];
  }

  /** All functions of any form, in source order. */
  functions(): readonly t.Function[] {
    return t.FUNCTION_TYPES.flatMap(
      (type) => this.nodes(type as t.Function['type']) as readonly t.Function[],
    ).sort((a, b) => startOf(a) - startOf(b));
  }

  /** The nodes that start at this offset, the outermost first. */
  nodesAt(start: number): readonly t.Node[] {
    this.#byStart ??= groupByStart(this.#index.parents.keys());
    return this.#byStart.get(start) ?? [];
  }

  parentOf(node: t.Node): t.Node | undefined {
    return this.#index.parents.get(node);
  }

  /** The node's ancestors, the nearest first, without the node itself. */
  *ancestors(node: t.Node): Generator<t.Node> {
    for (let parent = this.parentOf(node); parent; parent = this.parentOf(parent)) yield parent;
  }

  /** The function whose body runs this node; parameter defaults and decorators belong to the function they stand in. */
  enclosingFunction(node: t.Node): t.Function | undefined {
    for (const ancestor of this.ancestors(node)) if (t.isFunction(ancestor)) return ancestor;
    return undefined;
  }

  /** The statement that holds this node (the node itself when it is one). */
  enclosingStatement(node: t.Node): t.Statement | undefined {
    if (t.isStatement(node)) return node;
    for (const ancestor of this.ancestors(node)) if (t.isStatement(ancestor)) return ancestor;
    return undefined;
  }

  /** Is `inner` the same node as `outer` or somewhere below it? */
  contains(outer: t.Node, inner: t.Node): boolean {
    return startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);
  }

  /** What the identifier is bound to; undefined for globals and for property names. */
  bindingOf(identifier: t.Identifier): Binding | undefined {
    return this.#index.bindings.get(identifier);
  }

  /** Is this identifier the global of that name, not something the file declares? */
  isGlobal(node: t.Node, name: string): boolean {
    return t.isIdentifier(node, { name }) && this.bindingOf(node) === undefined;
  }

  /** The name itself, or with the lowest number behind it that no identifier of the file has. */
  freshName(name: string): string {
    let candidate = name;
    for (let suffix = 2; this.#index.names.has(candidate); suffix += 1)
      candidate = `${name}${String(suffix)}`;
    return candidate;
  }

  hasName(name: string): boolean {
    return this.#index.names.has(name);
  }

  slice(node: t.Node): string {
    return this.text.slice(startOf(node), endOf(node));
  }

  rangeOf(node: t.Node): NodeRange {
    return { file: this.path, start: startOf(node), end: endOf(node) };
  }

  /** Comments that lie wholly inside `[start, end)`. */
  commentsIn(start: number, end: number): readonly t.Comment[] {
    return this.comments.filter((comment) => startOf(comment) >= start && endOf(comment) <= end);
  }

  /** The white space that begins the line of this offset. */
  indentAt(offset: number): string {
    const lineStart = this.lineStart(offset);
    return /^[ \t]*/.exec(this.text.slice(lineStart, offset))?.[0] ?? '';
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Offset directly behind the line end of this offset's line, or the end of the text. */
  nextLineStart(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    return newline === -1 ? this.text.length : newline + 1;
  }
}

interface Located {
  readonly start?: number | null;
  readonly end?: number | null;
}

/** @throws TypeError for a node that no parser made. */
export function startOf(node: Located): number {
  if (typeof node.start !== 'number') throw new TypeError('node without a position');
  return node.start;
}

/** @throws TypeError for a node that no parser made. */
export function endOf(node: Located): number {
  if (typeof node.end !== 'number') throw new TypeError('node without a position');
  return node.end;
}
