import * as t from '@babel/types';
import type { Binding } from '../../syntax/binding.js';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import { memberName, unwrap } from '../../syntax/unwrap.js';
import { functionNamed } from '../called-function.js';
import { rootModule } from '../module-member.js';
import { findChangeOfOuterState } from '../outer-state.js';
import type { CompletionFinder } from './completion.js';
import { holdsThrownValue } from './nullish.js';
import type { Next } from './place.js';

/** Globals whose functions compute and do nothing else. */
const PURE_GLOBALS = new Set([
  'JSON',
  'Math',
  'Object',
  'String',
  'Number',
  'Boolean',
  'Array',
  'Date',
  'Buffer',
]);

/** Those of their functions that throw for some arguments that programs give them, or change one of them. */
const SLIGHT_FUNCTIONS = /^(?:JSON\.parse|Object\.(?!is\b)\w+|Array\.from|Buffer|Buffer\.(?!isBuffer\b)\w+)$/;

/** Packages whose functions compute and do nothing else, although they may throw, or call back with what they computed. */
const COMPUTING_MODULES =
  /^(?:jsonwebtoken|jwk-to-pem|jws|lodash|underscore|uuid|moment|querystring|url|path)$/;

const PURE_METHODS = new Set([
  'toString',
  'toISOString',
  'toJSON',
  'toUpperCase',
  'toLowerCase',
  'trim',
  'join',
  'slice',
  'concat',
  'getTime',
]);

/** What running a piece of code may do that somebody can see. */
export type Effect =
  /** Nothing. */
  | 'none'
  /** It writes to the log. */
  | 'log'
  /** It may throw, or changes a value of the program. */
  | 'slight'
  /** Anything. */
  | 'any';

const RANK: Readonly<Record<Effect, number>> = { none: 0, log: 1, slight: 2, any: 3 };

/** It can't throw and changes nothing that the program reads. */
export function isHarmless(effect: Effect): boolean {
  return RANK[effect] <= RANK.log;
}

function strongest(effects: readonly Effect[]): Effect {
  return effects.reduce((worst, effect) => (RANK[effect] > RANK[worst] ? effect : worst), 'none');
}

function calleeEffect(file: SyntaxFile, callee: t.Node): Effect {
  const node = unwrap(callee);
  if (t.isIdentifier(node)) {
    if (isPureGlobal(file, node)) return SLIGHT_FUNCTIONS.test(node.name) ? 'slight' : 'none';
    return isOwnComputation(file, node) ? 'slight' : 'any';
  }
  if (!t.isMemberExpression(node)) return 'any';
  const object = unwrap(node.object);
  const name = memberName(node) ?? '';
  if (t.isIdentifier(object) && file.isGlobal(object, 'console')) return 'log';
  if (isPureGlobal(file, object)) return SLIGHT_FUNCTIONS.test(`${object.name}.${name}`) ? 'slight' : 'none';
  return PURE_METHODS.has(name) ? effectOf(file, node) : 'any';
}

function isPureGlobal(file: SyntaxFile, node: t.Node): node is t.Identifier {
  return t.isIdentifier(node) && PURE_GLOBALS.has(node.name) && file.isGlobal(node, node.name);
}

/** A function of the file that calls nothing and leaves everything outside of it as it is. */
function isOwnComputation(file: SyntaxFile, name: t.Identifier): boolean {
  const fn = functionNamed(file, name);
  if (!fn || fn.async || fn.generator || findChangeOfOuterState(file, fn)) return false;
  const calls = [
    ...file.nodes('CallExpression'),
    ...file.nodes('OptionalCallExpression'),
    ...file.nodes('NewExpression'),
    ...file.nodes('TaggedTemplateExpression'),
  ];
  return !calls.some((call) => file.contains(fn, call));
}

function isSurelyObject(file: SyntaxFile, node: t.Node): boolean {
  const object = unwrap(node);
  if (t.isThisExpression(object) || t.isObjectExpression(object) || t.isArrayExpression(object)) return true;
  if (t.isMemberExpression(object)) return file.slice(object) === 'process.env';
  if (!t.isIdentifier(object)) return false;
  const binding = file.bindingOf(object);
  if (!binding) return true;
  if (isReadBefore(file, object, binding)) return true;
  if (binding.writes.length === 0 && holdsThrownValue(file, binding)) return true;
  if (binding.kind === 'import' || binding.kind === 'function' || binding.kind === 'class') return true;
  const declarator = file.parentOf(binding.identifier);
  if (binding.writes.length > 0 || !t.isVariableDeclarator(declarator) || !declarator.init) return false;
  const init = unwrap(declarator.init);
  return (
    t.isObjectExpression(init) ||
    t.isArrayExpression(init) ||
    t.isNewExpression(init) ||
    isRequire(file, init)
  );
}

/** Was a property of it read in an earlier statement that surely ran? Then it is neither undefined nor null. */
function isReadBefore(file: SyntaxFile, identifier: t.Identifier, binding: Binding): boolean {
  if (binding.writes.length > 0) return false;
  return binding.references.some((reference) => {
    const member = file.parentOf(reference);
    if (!t.isMemberExpression(member) || member.object !== reference) return false;
    return endOf(reference) < startOf(identifier) && surelyRuns(file, reference, binding.scope, identifier);
  });
}

/** Is the node evaluated whenever `scope`'s body gets to `later`? */
function surelyRuns(file: SyntaxFile, node: t.Node, scope: t.Node, later: t.Node): boolean {
  let inner = node;
  for (const ancestor of file.ancestors(node)) {
    if (ancestor === scope) return true;
    const isBranch =
      (t.isIfStatement(ancestor) && ancestor.test !== inner) ||
      (t.isConditionalExpression(ancestor) && ancestor.test !== inner) ||
      (t.isLogicalExpression(ancestor) && ancestor.left !== inner) ||
      t.isLoop(ancestor) ||
      t.isSwitchCase(ancestor) ||
      t.isTryStatement(ancestor) ||
      t.isFunction(ancestor) ||
      t.isOptionalMemberExpression(ancestor) ||
      t.isOptionalCallExpression(ancestor);
    if (isBranch && !file.contains(inner, later)) return false;
    inner = ancestor;
  }
  return false;
}

function isRequire(file: SyntaxFile, node: t.Node): boolean {
  return t.isCallExpression(node) && file.isGlobal(node.callee, 'require');
}

/** What is no list can't be spread in one. */
function effectOfSpreading(elements: readonly (t.Node | null)[]): Effect {
  return elements.some((element) => t.isSpreadElement(element)) ? 'slight' : 'none';
}

/** What evaluating the expression may do. Reading a property of something that may be undefined may throw. */
export function effectOf(file: SyntaxFile, expression: t.Node): Effect {
  const node = unwrap(expression);
  const all = (...nodes: readonly (t.Node | null | undefined)[]): Effect =>
    strongest(nodes.map((inner) => (inner ? effectOf(file, inner) : 'none')));
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'RegExpLiteral':
    case 'BigIntLiteral':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TemplateElement':
      return 'none';
    case 'TemplateLiteral':
      return all(...node.expressions);
    case 'ArrayExpression':
      return strongest([all(...node.elements), effectOfSpreading(node.elements)]);
    case 'ObjectExpression':
      return all(...node.properties);
    case 'ObjectProperty':
      return all(node.computed ? node.key : undefined, node.value);
    case 'ObjectMethod':
      return all(node.computed ? node.key : undefined);
    case 'SpreadElement':
      return all(node.argument);
    case 'UnaryExpression':
      return node.operator === 'delete' ? strongest(['slight', all(node.argument)]) : all(node.argument);
    case 'UpdateExpression':
      return strongest(['slight', all(node.argument)]);
    case 'AssignmentExpression':
      return strongest([
        'slight',
        t.isMemberExpression(node.left) ? all(node.left.object) : 'none',
        all(node.right),
      ]);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return node.operator === 'in' || node.operator === 'instanceof'
        ? strongest(['slight', all(node.left, node.right)])
        : all(node.left, node.right);
    case 'ConditionalExpression':
      return all(node.test, node.consequent, node.alternate);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const inner = all(node.object, node.computed ? node.property : undefined);
      const isSafe = node.type === 'OptionalMemberExpression' || isSurelyObject(file, node.object);
      return isSafe ? inner : strongest(['slight', inner]);
    }
    case 'NewExpression': {
      const callee = unwrap(node.callee);
      const isPure = t.isIdentifier(callee) && /^(?:Date|(?:\w*Error))$/.test(callee.name);
      return isPure ? all(...node.arguments) : 'any';
    }
    case 'CallExpression':
      return strongest([
        calleeEffect(file, node.callee),
        all(...node.arguments),
        effectOfSpreading(node.arguments),
      ]);
    default:
      return 'any';
  }
}

/** What running the statements may do, when the completions among them do nothing any more. */
export function effectOfNext(file: SyntaxFile, completions: CompletionFinder, next: Next): Effect {
  const ofStatement = (statement: t.Statement | 'unknown' | null | undefined): Effect => {
    if (!statement) return 'none';
    if (statement === 'unknown') return 'any';
    switch (statement.type) {
      case 'EmptyStatement':
      case 'FunctionDeclaration':
        return 'none';
      case 'BlockStatement':
        return strongest(statement.body.map(ofStatement));
      case 'IfStatement':
        return strongest([
          effectOf(file, statement.test),
          ofStatement(statement.consequent),
          ofStatement(statement.alternate),
        ]);
      case 'VariableDeclaration':
        return strongest(
          statement.declarations.map(({ id, init }) =>
            strongest([t.isIdentifier(id) ? 'none' : 'slight', init ? ofInitial(init) : 'none']),
          ),
        );
      case 'ReturnStatement':
        return statement.argument ? ofExpression(statement.argument) : 'none';
      case 'ExpressionStatement':
        return ofExpression(statement.expression);
      default:
        return 'any';
    }
  };
  /** A call whose value is kept is a computation. */
  const ofInitial = (init: t.Expression): Effect => {
    const effect = effectOf(file, init);
    const isComputation = effect === 'any' && t.isCallExpression(unwrap(init));
    return isComputation ? 'slight' : effect;
  };
  const ofExpression = (expression: t.Expression): Effect => {
    const completion = completions.completionOf(expression);
    if (completion) return strongest(completion.call.arguments.map((argument) => effectOf(file, argument)));
    const node = unwrap(expression);
    if (t.isLogicalExpression(node)) return strongest([ofExpression(node.left), ofExpression(node.right)]);
    if (t.isConditionalExpression(node))
      return strongest([
        effectOf(file, node.test),
        ofExpression(node.consequent),
        ofExpression(node.alternate),
      ]);
    if (t.isCallExpression(node) && isComputing(file, node))
      return strongest(['slight', ...ofArguments(node)]);
    const isLocalAssignment =
      t.isAssignmentExpression(node) && t.isIdentifier(node.left) && file.bindingOf(node.left);
    return isLocalAssignment ? effectOf(file, node.right) : effectOf(file, node);
  };
  /** Functions that are given to a computation run, too. */
  const ofArguments = (call: t.CallExpression): readonly Effect[] =>
    call.arguments.map((argument) => {
      const fn = unwrap(argument);
      if (!t.isFunction(fn)) return effectOf(file, argument);
      return t.isBlockStatement(fn.body) ? ofStatement(fn.body) : ofExpression(fn.body);
    });
  return strongest(next.map(ofStatement));
}

function isComputing(file: SyntaxFile, call: t.CallExpression): boolean {
  return COMPUTING_MODULES.test(rootModule(file, call.callee) ?? '');
}
