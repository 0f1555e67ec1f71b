import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import {
  assignedValue,
  findDeclaredValue,
  findDeclarator,
  findMemberName,
  isExportsObject,
} from './declared-value.js';
import { findMembers } from './members.js';
import { findExport, findExports, type ModuleExport } from './module-exports.js';
import { isForeignParameter, isLambdaParameterList } from './parameter-names.js';

/** The function behind an exported value, with what stands between the two. */
export interface HandlerFunction {
  readonly fn: t.Function;
  /** Calls around the function, the outermost first. */
  readonly wrappers: readonly t.CallExpression[];
  /** Types written on the way: on a variable, in a cast. */
  readonly types: readonly t.Node[];
  /** Declarations passed on the way, which may have a doc comment. */
  readonly declarations: readonly t.Node[];
}

/** Methods that return the middleware chain they are called on. */
const CHAIN_METHODS = new Set(['use', 'before', 'after', 'onError', 'applyMiddleware']);
/** Longer ways from an export to its function are not looked through. */
const MAX_STEPS = 8;

function typeOf(declaration: t.Node): readonly t.Node[] {
  const annotated = t.isVariableDeclarator(declaration) ? declaration.id : declaration;
  const annotation = 'typeAnnotation' in annotated ? annotated.typeAnnotation : undefined;
  return t.isTSTypeAnnotation(annotation) ? [annotation.typeAnnotation] : [];
}

function passing(
  declaration: t.Node | undefined,
  found: HandlerFunction | undefined,
): HandlerFunction | undefined {
  if (!found || !declaration) return found;
  return {
    ...found,
    types: [...typeOf(declaration), ...found.types],
    declarations: [declaration, ...found.declarations],
  };
}

function isPlainFunction(node: t.Node): node is t.Function {
  if (!t.isFunction(node)) return false;
  return !('kind' in node) || node.kind === 'method';
}

/** `fn.bind(self)`: arguments that are bound too would move the parameters. */
function isPlainBind(call: t.CallExpression, method: string | undefined): boolean {
  return method === 'bind' && call.arguments.length <= 1;
}

class FunctionSearch {
  constructor(private readonly file: SyntaxFile) {}

  find(node: t.Node, steps: number): HandlerFunction | undefined {
    if (steps > MAX_STEPS) return undefined;
    if (isPlainFunction(node)) return { fn: node, wrappers: [], types: [], declarations: [] };
    if (t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node)) {
      const found = this.find(node.expression, steps + 1);
      return found && { ...found, types: [node.typeAnnotation, ...found.types] };
    }
    if (t.isTSNonNullExpression(node)) return this.find(node.expression, steps + 1);
    if (t.isAssignmentExpression(node)) return this.find(assignedValue(node), steps + 1);
    if (t.isIdentifier(node)) return this.#findNamed(node, steps);
    if (t.isMemberExpression(node)) return this.#findMember(node, steps);
    if (t.isCallExpression(node)) return this.#findCalled(node, steps);
    return undefined;
  }

  #findNamed(identifier: t.Identifier, steps: number): HandlerFunction | undefined {
    const value = findDeclaredValue(this.file, identifier);
    return value && passing(findDeclarator(this.file, identifier), this.find(value, steps + 1));
  }

  #findMember(node: t.MemberExpression, steps: number): HandlerFunction | undefined {
    const name = findMemberName(node);
    if (name === undefined) return undefined;
    const member = isExportsObject(this.file, node.object)
      ? findExport(this.file, findExports(this.file), name)
      : findMembers(this.file, node.object).findLast((candidate) => candidate.name === name);
    return member && passing(member.declaration, this.find(member.value, steps + 1));
  }

  #findCalled(call: t.CallExpression, steps: number): HandlerFunction | undefined {
    const { callee } = call;
    if (t.isMemberExpression(callee)) {
      const method = findMemberName(callee);
      const isChain = method !== undefined && CHAIN_METHODS.has(method);
      if (isChain || isPlainBind(call, method)) return this.find(callee.object, steps + 1);
    }
    if (!t.isIdentifier(callee) && !t.isMemberExpression(callee)) return undefined;
    const found = this.#findWrapped(call, steps);
    return found && { ...found, wrappers: [call, ...found.wrappers] };
  }

  /** A wrapper takes one function, or one that looks like a Lambda handler among others. */
  #findWrapped(call: t.CallExpression, steps: number): HandlerFunction | undefined {
    const functions = call.arguments
      .map((argument) => this.find(argument, steps + 1))
      .filter((found) => found !== undefined)
      .filter(({ fn }) => !fn.params.some(isForeignParameter));
    if (functions.length <= 1) return functions[0];
    const alike = functions.filter(({ fn }) => isLambdaParameterList(fn.params));
    return alike.length === 1 ? alike[0] : undefined;
  }
}

/**
 * Follows an exported value to the function that Lambda finally runs: through names, aliases, casts, members, `bind`
 * and wrapper calls of the same file.
 *
 * @returns undefined when the value is no function, or the way to it is not plain to see.
 */
export function findHandlerFunction(
  file: SyntaxFile,
  { value, declaration }: ModuleExport,
): HandlerFunction | undefined {
  return passing(declaration, new FunctionSearch(file).find(value, 0));
}
