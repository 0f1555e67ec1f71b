import { dirname, resolve } from 'node:path';
import {
  type ConfiguredHandler,
  type FunctionConfiguration,
  mayBeNodeRuntime,
  NO_FUNCTIONS,
  toConfiguredHandler,
  toRuntimes,
} from './configured-handler.js';
import type { Trigger } from '../trigger.js';
import { type Data, isData, messageOf, parseData, readData, valueAt } from './document.js';
import { readAuthorizers, readServerlessTriggers } from './serverless-triggers.js';

/** Is this the name of a Serverless Framework configuration: `serverless.yml`, `serverless.prod.yaml`? */
export function isServerlessConfiguration(fileName: string): boolean {
  return /^serverless(?:[.-][\w-]+)*\.(?:ya?ml|json)$/.test(fileName);
}

/** `${file(./functions.yml)}`, `${file(./functions.yml):get}` */
const FILE_VARIABLE = /^\$\{file\(([^${}()]+)\)(?::([\w.-]+))?\s*(?:,[^}]*)?\}$/;
/** `${self:custom.folder}` */
const SELF_VARIABLE = /\$\{self:([\w.-]+)\}/g;

/** The service's configuration, with the variables that its own files can answer. */
class Service {
  readonly #folder: string;

  constructor(
    readonly file: string,
    readonly content: Data,
  ) {
    this.#folder = dirname(file);
  }

  get folder(): string {
    return this.#folder;
  }

  /** @returns what the value stands for; a variable that needs more than the service's files stays as it is. */
  resolve(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    const [, path, keys] = FILE_VARIABLE.exec(value) ?? [];
    if (path !== undefined) return this.#readOther(path.trim(), keys?.split('.') ?? []);
    return value.replace(SELF_VARIABLE, (variable, keys: string) => {
      const found = valueAt(this.content, keys.split('.'));
      return typeof found === 'string' ? found : variable;
    });
  }

  #readOther(path: string, keys: readonly string[]): unknown {
    try {
      return valueAt(readData(resolve(this.#folder, path)), keys);
    } catch {
      return undefined;
    }
  }
}

/** A function as the configuration defines it. */
interface NamedDefinition {
  readonly name: string;
  readonly definition: Data;
}

/** The functions' definitions: `functions` is a map, a list of maps, or a file that holds either. */
function findDefinitions(service: Service, functions: unknown): readonly NamedDefinition[] {
  const value = service.resolve(functions);
  if (Array.isArray(value)) return value.flatMap((part) => findDefinitions(service, part));
  if (!isData(value)) return [];
  return Object.entries(value).flatMap(([name, unresolved]) => {
    const definition = service.resolve(unresolved);
    return isData(definition) ? [{ name, definition }] : [];
  });
}

/** Workers of the Lift plugin's constructs are functions too: `constructs.jobs.worker`. */
function findWorkers(service: Service): readonly NamedDefinition[] {
  const constructs = service.resolve(service.content.constructs);
  if (!isData(constructs)) return [];
  return Object.entries(constructs).flatMap(([name, construct]) => {
    const definition = valueAt(construct, ['worker']);
    return isData(definition) ? [{ name, definition }] : [];
  });
}

function toHandlers(
  service: Service,
  file: string,
  { name, definition }: NamedDefinition,
  runtime: unknown,
  triggers: readonly Trigger[],
): readonly ConfiguredHandler[] {
  const spelling = service.resolve(definition.handler);
  if (typeof spelling !== 'string') return [];
  const handler = toConfiguredHandler(spelling, file, service.folder);
  return handler ? [{ ...handler, functionName: name, runtimes: toRuntimes(runtime), triggers }] : [];
}

function findProvider(service: Service): { readonly name: unknown; readonly runtime: unknown } {
  const provider = service.resolve(service.content.provider);
  return isData(provider)
    ? { name: service.resolve(provider.name), runtime: service.resolve(provider.runtime) }
    : { name: provider, runtime: undefined };
}

/** The framework's other providers (azure, google, openwhisk, tencent …) call functions with other arguments. */
function isForeignProvider(name: unknown): boolean {
  return typeof name === 'string' && !name.includes('$') && name !== 'aws';
}

/** Reads `functions.*.handler` of a Serverless Framework service. Never throws for what is in the file. */
export function readServerlessConfiguration(file: string, text: string): FunctionConfiguration {
  let content: unknown;
  try {
    content = parseData(file, text);
  } catch (error) {
    return { handlers: [], problems: [{ file, message: messageOf(error) }] };
  }
  if (!isData(content)) return NO_FUNCTIONS;
  const service = new Service(file, content);
  const provider = findProvider(service);
  if (isForeignProvider(provider.name)) return { ...NO_FUNCTIONS, foreignFolder: service.folder };
  const definitions = [...findDefinitions(service, content.functions), ...findWorkers(service)];
  const authorizers = new Set(definitions.flatMap(({ definition }) => readAuthorizers(definition)));
  const triggersOf = ({ name, definition }: NamedDefinition): readonly Trigger[] => [
    ...readServerlessTriggers(definition),
    ...(authorizers.has(name) ? [{ kind: 'authorizer' } as const] : []),
  ];
  const handlers = definitions
    .map((named) => ({ named, runtime: service.resolve(named.definition.runtime) ?? provider.runtime }))
    .filter(({ runtime }) => mayBeNodeRuntime(runtime))
    .flatMap(({ named, runtime }) => toHandlers(service, file, named, runtime, triggersOf(named)));
  return { handlers, problems: [] };
}
