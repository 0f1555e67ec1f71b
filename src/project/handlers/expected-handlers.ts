import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { SyntaxFile } from '../../syntax/syntax-file.js';
import type { HandlerEvidence, MissingHandler } from '../handler.js';
import type { Trigger } from '../trigger.js';
import { type ConfiguredHandler, toModuleKey } from './configured-handler.js';
import { findReExports } from './module-exports.js';

/** Why an export is expected to be a handler. */
export interface Expectation {
  readonly evidence: HandlerEvidence;
  readonly triggers: readonly Trigger[];
  readonly runtimes: readonly string[];
}

type Names = Map<string, Expectation>;

interface Expected {
  /** As the user or the configuration spells it. */
  readonly spelling: string;
  readonly configuration: string | undefined;
  /** The files of the run that may define it. */
  readonly files: readonly string[];
  readonly exportName: string;
  /** Where a file would have to be, when no file of the run is there. */
  readonly modules: readonly string[];
  /** Must it be somewhere among or beside the run's files? */
  readonly isExpectedHere: boolean;
  readonly triggers: readonly Trigger[];
  readonly runtimes: readonly string[];
}

/** A cheap test of the text: can the module pass on what another one exports? */
function mayReExport(text: string): boolean {
  return /(?:require\(\s*|\bfrom\s*)['"]\./.test(text) && text.includes('export');
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Is there any file or folder of that name, in whatever language? */
function existsOnDisk(module: string): boolean {
  try {
    const name = basename(module);
    return readdirSync(dirname(module)).some((entry) => entry === name || entry.startsWith(`${name}.`));
  } catch {
    return false;
  }
}

/** `src/get.js:handler`; without a name, `handler`. */
function splitOption(option: string): { readonly path: string; readonly exportName: string } {
  const colon = option.lastIndexOf(':');
  return colon > 1
    ? { path: option.slice(0, colon), exportName: option.slice(colon + 1) || 'handler' }
    : { path: option, exportName: 'handler' };
}

/** The handlers that configuration and options name, by the file that should define them. */
export class ExpectedHandlers {
  readonly #namesByFile = new Map<string, Names>();
  readonly #filesByModule = new Map<string, string[]>();
  readonly #definedByFile = new Map<string, ReadonlySet<string>>();
  /** `file:name` of handlers that the file takes from another module. */
  readonly #passedOn = new Set<string>();
  readonly #expected: readonly Expected[];

  constructor(
    root: string,
    files: readonly string[],
    configured: readonly ConfiguredHandler[],
    options: readonly string[],
  ) {
    for (const file of files) {
      const key = toModuleKey(file);
      this.#filesByModule.set(key, [...(this.#filesByModule.get(key) ?? []), file]);
    }
    const folders = new Set(files.map((file) => dirname(file)));
    // A run on one service says nothing about the functions of its neighbours.
    const concernsRun = ({ configuration }: ConfiguredHandler): boolean => {
      const folder = dirname(configuration);
      return [...folders].some((other) => other === folder || other.startsWith(folder + sep));
    };
    this.#expected = [
      ...configured.map((handler) => ({
        ...handler,
        files: handler.modules.flatMap((module) => this.#filesOf(module)),
        isExpectedHere: handler.isLocated && concernsRun(handler),
      })),
      ...options.map((option) => {
        const { path, exportName } = splitOption(option);
        const absolute = resolve(root, path);
        const inRun = files.includes(absolute) ? [absolute] : this.#filesOf(absolute);
        return {
          spelling: option,
          configuration: undefined,
          files: inRun,
          exportName,
          modules: [],
          isExpectedHere: true,
          triggers: [],
          runtimes: [],
        };
      }),
    ];
    this.#expected.forEach(({ files: candidates, exportName, triggers, runtimes }, index) => {
      const evidence = index < this.#expected.length - options.length ? 'configuration' : 'option';
      for (const file of candidates) this.#expect(file, exportName, { evidence, triggers, runtimes });
    });
  }

  /** The export names that the file should define as handlers. */
  namesIn(file: string): ReadonlyMap<string, Expectation> {
    return this.#namesByFile.get(file) ?? new Map<string, Expectation>();
  }

  /** Remembers what a file defines. */
  seen(file: string, names: ReadonlySet<string>): void {
    this.#definedByFile.set(file, names);
  }

  /** What is named but defined nowhere, each name of a configuration file once. */
  missing(): readonly MissingHandler[] {
    const missing = new Map<string, MissingHandler>();
    for (const expected of this.#expected) {
      const { spelling, configuration } = expected;
      if (this.#isMissing(expected))
        missing.set(`${spelling} ${configuration ?? ''}`, { handler: spelling, configuration });
    }
    return [...missing.values()];
  }

  #isMissing({ files, exportName, modules, isExpectedHere }: Expected): boolean {
    if (files.length > 0) return !files.some((file) => this.#mayDefine(file, exportName));
    return isExpectedHere && !modules.some(existsOnDisk);
  }

  /** A file that nobody looked at may define what its text mentions. */
  #mayDefine(file: string, exportName: string): boolean {
    if (this.#passedOn.has(`${file}:${exportName}`)) return true;
    const defined = this.#definedByFile.get(file);
    if (defined) return defined.has(exportName);
    return readText(file)?.includes(exportName.split('.').at(-1) ?? exportName) ?? false;
  }

  #filesOf(module: string): readonly string[] {
    return this.#filesByModule.get(toModuleKey(module)) ?? [];
  }

  #expect(file: string, exportName: string, expectation: Expectation): void {
    const names: Names = this.#namesByFile.get(file) ?? new Map<string, Expectation>();
    const known = names.get(exportName);
    if (known) {
      // Several functions of the configuration may share one handler.
      names.set(exportName, {
        ...known,
        triggers: [...known.triggers, ...expectation.triggers],
        runtimes: [...known.runtimes, ...expectation.runtimes],
      });
      return;
    }
    names.set(exportName, expectation);
    this.#namesByFile.set(file, names);
    const text = readText(file);
    if (text === undefined || !mayReExport(text)) return;
    const parsed = SyntaxFile.parse(file, text);
    if (!(parsed instanceof SyntaxFile)) return;
    for (const { name, source, importedName } of findReExports(parsed)) {
      if (name !== exportName && name !== '*') continue;
      this.#passedOn.add(`${file}:${exportName}`);
      if (!source.startsWith('.')) continue;
      for (const target of this.#filesOf(resolve(dirname(file), source)))
        this.#expect(target, importedName === '*' ? exportName : importedName, expectation);
    }
  }
}
