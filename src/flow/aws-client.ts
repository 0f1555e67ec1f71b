import * as t from '@babel/types';
import type { Binding } from '../syntax/binding.js';
import type { SyntaxFile } from '../syntax/syntax-file.js';
import { keyName, memberName, unwrap } from '../syntax/unwrap.js';
import { exportedValueOf, type FileAt } from './exported-value.js';
import { type ModuleMember, moduleMemberOf } from './module-member.js';

/** Which SDK a client belongs to: in v2 a request is sent by its callback or by `.promise()`, in v3 by the call. */
export type AwsSdk = 'v2' | 'v3';

/** Classes of `aws-sdk` whose instances don't send requests. */
const NO_SERVICE =
  /Credentials$|^(?:Config|Endpoint|HttpClient|HttpRequest|HttpResponse|Request|Response|Service|MetadataService|EventListeners|SequentialExecutor|ParamValidator|TokenProviderChain|CredentialProviderChain|XML|JSON)$/;

/** Nested classes that send requests as their service does. */
const NESTED_CLIENTS = new Set(['DocumentClient']);

function isServiceName(name: string | undefined): boolean {
  return name !== undefined && /^[A-Z]/.test(name) && !NO_SERVICE.test(name);
}

function sdkOfClass({ module, path }: ModuleMember): AwsSdk | undefined {
  const [first, second, ...rest] = path;
  if (rest.length > 0) return undefined;
  if (module === 'aws-sdk') {
    const isClient = isServiceName(first) && (second === undefined || NESTED_CLIENTS.has(second));
    return isClient ? 'v2' : undefined;
  }
  if (/^aws-sdk\/clients\/\w+$/.test(module))
    return first === undefined || (NESTED_CLIENTS.has(first) && second === undefined) ? 'v2' : undefined;
  const isV3 = /^@aws-sdk\/(?:client-|lib-dynamodb$)/.test(module);
  return isV3 && isServiceName(first) && second === undefined ? 'v3' : undefined;
}

/** All values that the file ever gives to a name: initialisers and assignments. Undefined when one is not plain. */
function valuesOf(file: SyntaxFile, binding: Binding): readonly t.Node[] | undefined {
  const values: t.Node[] = [];
  for (const identifier of [binding.identifier, ...binding.writes]) {
    const parent = file.parentOf(identifier);
    if (t.isVariableDeclarator(parent) && parent.id === identifier) {
      if (parent.init) values.push(parent.init);
    } else if (t.isAssignmentExpression(parent, { operator: '=' }) && parent.left === identifier)
      values.push(parent.right);
    else return undefined;
  }
  return values;
}

/** What `this.name` is assigned in the class that `node` stands in; undefined when the class doesn't say. */
function fieldValuesOf(file: SyntaxFile, node: t.MemberExpression): readonly t.Node[] | undefined {
  const name = memberName(node);
  const owner = [...file.ancestors(node)].find((ancestor) => t.isClass(ancestor));
  if (!owner || name === undefined) return undefined;
  const initial = owner.body.body.flatMap((member) =>
    t.isClassProperty(member) && keyName(member) === name && member.value ? [member.value] : [],
  );
  const assigned = file
    .nodes('AssignmentExpression')
    .filter(
      ({ left }) =>
        t.isMemberExpression(left) &&
        t.isThisExpression(left.object) &&
        memberName(left) === name &&
        file.contains(owner, left),
    )
    .map(({ right }) => right);
  return [...initial, ...assigned];
}

/** Follows a client from where it is used to where it is made, also into another file of the run. */
class ClientTrace {
  readonly #seen = new Set<t.Node>();

  constructor(readonly fileAt: FileAt) {}

  sdkOf(file: SyntaxFile, expression: t.Node): AwsSdk | undefined {
    const node = unwrap(expression);
    if (this.#seen.has(node)) return undefined;
    this.#seen.add(node);
    const sdk = this.#sdkOfNode(file, node);
    this.#seen.delete(node);
    return sdk;
  }

  #sdkOfNode(file: SyntaxFile, node: t.Node): AwsSdk | undefined {
    if (t.isNewExpression(node)) {
      const member = moduleMemberOf(file, node.callee);
      return member && sdkOfClass(member);
    }
    if (t.isLogicalExpression(node)) return this.sdkOf(file, node.right);
    if (t.isMemberExpression(node) && t.isThisExpression(node.object))
      return this.#sdkOfAll(file, fieldValuesOf(file, node));
    if (t.isCallExpression(node) && isTracedClient(file, node)) {
      const [client] = node.arguments;
      return client && this.sdkOf(file, client);
    }
    const imported = this.#sdkOfImport(file, node);
    if (imported || !t.isIdentifier(node)) return imported;
    const binding = file.bindingOf(node);
    return binding && this.#sdkOfAll(file, valuesOf(file, binding));
  }

  #sdkOfAll(file: SyntaxFile, values: readonly t.Node[] | undefined): AwsSdk | undefined {
    const sdks = new Set(values?.map((value) => this.sdkOf(file, value)));
    const [only] = sdks;
    return sdks.size === 1 ? only : undefined;
  }

  #sdkOfImport(file: SyntaxFile, node: t.Node): AwsSdk | undefined {
    const member = moduleMemberOf(file, node);
    const exported = member && exportedValueOf(this.fileAt, file, member);
    return exported && this.sdkOf(exported.file, exported.value);
  }
}

/** `AWSXRay.captureAWSClient(client)` returns the client. */
function isTracedClient(file: SyntaxFile, call: t.CallExpression): boolean {
  const wrapper = moduleMemberOf(file, call.callee)?.path.at(-1);
  return wrapper === 'captureAWSClient' || wrapper === 'captureAWSv3Client';
}

/**
 * Is the expression an AWS SDK client, by what the files of the run say (most projects have no types of the SDK)?
 *
 * @returns undefined when they don't tell.
 */
export function awsSdkOfClient(fileAt: FileAt, file: SyntaxFile, expression: t.Node): AwsSdk | undefined {
  return new ClientTrace(fileAt).sdkOf(file, expression);
}
