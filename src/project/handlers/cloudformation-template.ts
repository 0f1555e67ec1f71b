import { dirname, resolve } from 'node:path';
import {
  type ConfiguredHandler,
  type FunctionConfiguration,
  mayBeNodeRuntime,
  NO_FUNCTIONS,
  toConfiguredHandler,
  toRuntimes,
} from './configured-handler.js';
import { type Data, isData, messageOf, parseData, valueAt } from './document.js';
import { readSamTriggers } from './sam-triggers.js';

const FUNCTION_TYPES = new Set<unknown>(['AWS::Serverless::Function', 'AWS::Lambda::Function']);

/** A function's resource with its logical id. */
interface NamedResource {
  readonly name: string;
  readonly resource: Data;
}

/** A cheap test of the text, so that other YAML and JSON is not parsed. */
export function mayBeTemplate(text: string): boolean {
  return /AWS::(?:Serverless|Lambda)::Function\b(?!:)/.test(text) && text.includes('Handler');
}

/** Where the code is, as far as the template tells; undefined for a bucket, an archive or inline code. */
function findCodeFolder(template: string, code: unknown): string | undefined {
  if (typeof code !== 'string' || /^[a-z0-9]+:\/\/|\.(?:zip|jar)$|\$\{/.test(code)) return undefined;
  return resolve(dirname(template), code);
}

/** SAM's esbuild entry points are the source of the handler's module, wherever `Handler` says it is built to. */
function findEntryPoints(resource: Data): readonly string[] {
  const entryPoints = valueAt(resource, ['Metadata', 'BuildProperties', 'EntryPoints']);
  return Array.isArray(entryPoints)
    ? entryPoints.filter((entryPoint): entryPoint is string => typeof entryPoint === 'string')
    : [];
}

function isInline(code: unknown): boolean {
  return isData(code) && 'ZipFile' in code;
}

function toHandlers(
  template: string,
  globals: Data,
  { name, resource }: NamedResource,
): readonly ConfiguredHandler[] {
  const own = isData(resource.Properties) ? resource.Properties : {};
  const isSam = resource.Type === 'AWS::Serverless::Function';
  const { Handler, Runtime, InlineCode, ...rest } = isSam ? { ...globals, ...own } : own;
  const code = isSam ? (rest.CodeUri ?? '.') : rest.Code;
  if (typeof Handler !== 'string' || !mayBeNodeRuntime(Runtime)) return [];
  if (InlineCode !== undefined || isInline(code)) return [];
  const folder = findCodeFolder(template, code);
  const handler = toConfiguredHandler(Handler, template, folder ?? dirname(template), folder !== undefined);
  if (!handler) return [];
  const entryPoints = findEntryPoints(resource).map((entryPoint) =>
    resolve(folder ?? dirname(template), entryPoint.replace(/\.[cm]?[jt]sx?$/, '')),
  );
  const modules = [...handler.modules, ...entryPoints];
  return [
    {
      ...handler,
      functionName: name,
      modules,
      runtimes: toRuntimes(Runtime),
      triggers: readSamTriggers(rest),
    },
  ];
}

/** Resources stand under `Resources`, and in a serverless.yml, a nested stack or a loop somewhere below. */
function findResources(value: unknown, name = ''): readonly NamedResource[] {
  if (Array.isArray(value)) return value.flatMap((item) => findResources(item, name));
  if (!isData(value)) return [];
  if (FUNCTION_TYPES.has(value.Type)) return [{ name, resource: value }];
  return Object.entries(value).flatMap(([key, item]) => findResources(item, key));
}

/** Reads the functions of a SAM or CloudFormation template. Never throws for what is in the file. */
export function readTemplate(file: string, text: string): FunctionConfiguration {
  if (!mayBeTemplate(text)) return NO_FUNCTIONS;
  try {
    const content = parseData(file, text);
    const globals = valueAt(content, ['Globals', 'Function']);
    const handlers = findResources(content).flatMap((resource) =>
      toHandlers(file, isData(globals) ? globals : {}, resource),
    );
    return { handlers, problems: [] };
  } catch (error) {
    return { handlers: [], problems: [{ file, message: messageOf(error) }] };
  }
}
