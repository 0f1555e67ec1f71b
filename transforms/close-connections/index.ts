import * as t from '@babel/types';
import { defineTransform } from '../../src/define-transform.js';
import { oneFixPerFunction } from '../../src/flow/one-fix-per-function.js';
import { acquiredBy, passesFunction } from '../../src/flow/resource/acquisition.js';
import { chooseRow } from '../../src/flow/resource/choose-row.js';
import { isClosedField, isField } from '../../src/flow/resource/closed-field.js';
import { closingOf, type Fix } from '../../src/flow/resource/close-resource.js';
import { acquiredFromFactory } from '../../src/flow/resource/factory.js';
import type { AcquiringNode } from '../../src/flow/resource/maker.js';
import { type Naming, namingOf } from '../../src/flow/resource/naming.js';
import type { OwnedResource } from '../../src/flow/resource/owned-resource.js';
import type { Resource } from '../../src/knowledge/resource.js';
import { RESOURCE_MODULES } from '../../src/knowledge/resources.js';
import { startOf, type SyntaxFile } from '../../src/syntax/syntax-file.js';
import { firstLine } from '../../src/syntax/first-line.js';
import type { Finding, Reason, TransformContext } from '../../src/transform.js';

export default defineTransform({
  name: 'close-connections',
  summary: 'Closes what a function opens, on every path, in `finally`.',
  codes: {
    'never-closed': 'the {kind} `{name}` is opened by each call and never closed',
    'closed-on-some-paths': 'the {kind} `{name}` stays open when something fails before it is closed',
    'pool-per-call':
      'the pool `{name}` is created by each call and not closed on every path; created once, at module scope, it would serve all of them',
  },
  appliesTo: mayOpenSomething,
  find,
});

const NAMES_MODULE = new RegExp(`['"](?:node:)?(?:${[...RESOURCE_MODULES, 'fs'].join('|')})['"]`);

/** Its connections may come from other files of the project, or be of a type that no table knows. */
const CALLS_OPENER =
  /(?:conn|client|db|database|pool|session|open|socket|browser|acquire|lease|lock|launch|channel|producer|transport)\w{0,50}\(/i;

function mayOpenSomething(text: string): boolean {
  return NAMES_MODULE.test(text) || CALLS_OPENER.test(text);
}

function find(context: TransformContext): readonly Finding[] {
  return context.files.flatMap((file) => {
    const nodes = [...file.nodes('CallExpression'), ...file.nodes('NewExpression')];
    const found = nodes
      .sort((a, b) => startOf(a) - startOf(b))
      .flatMap((node) => {
        const fn = file.enclosingFunction(node);
        const finding = fn && findingAt(context, file, fn, node);
        return finding ? { fn, finding } : [];
      });
    return oneFixPerFunction(found);
  });
}

function findingAt(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  node: AcquiringNode,
): Finding | undefined {
  const acquired = acquiredBy(context, file, node) ?? acquiredFromFactory(context, file, node);
  if (!acquired) return undefined;
  const [first] = acquired.rows;
  const opened = acquired.rows.find(({ opensWith }) => opensWith !== undefined) ?? first;
  const naming = namingOf(file, node, fn, opened);
  const chosen = chooseRow(file, acquired.rows, naming);
  if (!('module' in chosen)) return refusal(file, node, first, nameOf(naming), chosen);
  return findingFor(context, file, fn, node, chosen, naming);
}

function findingFor(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  opener: AcquiringNode,
  resource: Resource,
  naming: Naming,
): Finding | undefined {
  const named = namedIn(file, fn, naming);
  if (!named) return withoutName(file, opener, resource, naming);
  const { binding } = named;
  const closing = closingOf(context, { file, resource, opener, ...named });
  if (closing.kind === 'closed') return undefined;
  if (isLeftToOthers(context, file, fn, resource, closing.fix)) return undefined;
  const finding = {
    code: codeOf(resource, closing.isClosedSometimes),
    range: file.rangeOf(opener),
    data: { kind: resource.kind, name: binding.name },
  };
  const { fix } = closing;
  if ('code' in fix) return { ...finding, outcome: { kind: 'refusal', reason: fix } };
  const { changeSet, doubt } = fix;
  return {
    ...finding,
    outcome: doubt ? { kind: 'unsafe', changeSet, reason: doubt } : { kind: 'safe', changeSet },
  };
}

/** The name of the resource, and the function that has it: that of the acquisition, or a `then` callback. */
function namedIn(
  file: SyntaxFile,
  fn: t.Function,
  naming: Naming,
): Pick<OwnedResource, 'fn' | 'binding' | 'acquiring'> | undefined {
  if (naming.kind === 'chained')
    return { fn: naming.callback, binding: naming.binding, acquiring: naming.binding.identifier };
  if (naming.kind !== 'variable' || !naming.isResolved || naming.isDisposed) return undefined;
  return { fn, binding: naming.binding, acquiring: naming.statement };
}

/** What has no name in the function, and isn't handed on, can't be closed there. */
function withoutName(
  file: SyntaxFile,
  opener: AcquiringNode,
  resource: Resource,
  naming: Naming,
): Finding | undefined {
  if (resource.kind === 'pool') return undefined;
  if (naming.kind === 'stored' && isField(naming.where) && !isClosedField(file, naming.where, resource))
    return refusal(file, opener, resource, file.slice(naming.where), {
      code: 'stored',
      data: { what: file.slice(naming.where) },
    });
  if (naming.kind !== 'unnamed') return undefined;
  if (!passesFunction(file, opener)) return refusal(file, opener, resource, '', { code: 'unnamed-resource' });
  if (resource.kind === 'transaction') return undefined;
  const what = firstLine(file.slice(opener));
  return refusal(file, opener, resource, '', { code: 'callback-form', data: { what } });
}

/** What a function hands to its caller is looked at there; a pool that is kept is meant to be. */
function isLeftToOthers(
  context: TransformContext,
  file: SyntaxFile,
  fn: t.Function,
  { kind }: Resource,
  fix: Fix | Reason,
): boolean {
  if (!('code' in fix) || context.handlersIn(file).some((handler) => handler.fn === fn)) return false;
  return fix.code === 'returned' || (kind === 'pool' && ['stored', 'captured'].includes(fix.code));
}

function codeOf({ kind }: Resource, isClosedSometimes: boolean): string {
  if (kind === 'pool') return 'pool-per-call';
  return isClosedSometimes ? 'closed-on-some-paths' : 'never-closed';
}

function nameOf(naming: Naming): string {
  return naming.kind === 'variable' ? naming.binding.name : '';
}

function refusal(
  file: SyntaxFile,
  node: AcquiringNode,
  { kind }: Resource,
  name: string,
  reason: Reason,
): Finding {
  return {
    code: 'never-closed',
    range: file.rangeOf(node),
    data: { kind, name },
    outcome: { kind: 'refusal', reason },
  };
}
