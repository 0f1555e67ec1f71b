import { dirname, join } from 'node:path';
import { mayTakeByComputedName } from './computed-accesses.js';
import type { Projects } from './projects.js';

/** What one file imports: files of the run by specifier, and packages of the run that it gets only as built. */
interface Imports {
  readonly text: string;
  readonly targets: ReadonlyMap<string, string>;
  readonly builtPackages: ReadonlySet<string>;
  /** It loads modules whose names nobody can read: `require(path.join(dir, name))`. */
  readonly isDynamic: boolean;
  /** It neither imports nor exports: its names are seen by the other scripts. */
  readonly isScript: boolean;
  /** It may take members by names that are not written there: `routes[action]`. */
  readonly takesByComputedName: boolean;
}

const specifierPattern =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n$]+)`)/g;
/** `proxyquire('../svc', …)`, `jest.mock('../svc')`, `new Worker('./svc.js')`: a path that leads to a file of the run. */
const pathPattern = /'(\.\.?(?:\/[^'\n]*)?)'|"(\.\.?(?:\/[^"\n]*)?)"|`(\.\.?(?:\/[^`\n$]*)?)`/g;
const modulePattern = /\b(?:import|export|exports|require)\b/;
/** A number is a module of a bundle, a list a request to an AMD loader: no file of the run. */
const dynamicPattern =
  /\b(?:require|import)\s*\((?!\s*(?:[),[]|\d+\s*\)|'[^'\n]*'\s*[),]|"[^"\n]*"\s*[),]|`[^`\n$]*`\s*[),]))/;
const extensions = ['', '.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs', '.json'];

/** Who imports whom, read off the texts. */
export class ImportGraph {
  readonly #imports = new Map<string, Imports>();
  readonly #bareTargets = new Map<string, string | undefined>();
  readonly #importers = new Map<string, Set<string>>();
  readonly #groups = new Map<string, string>();
  /** The files that load modules whose names nobody can read, by the folder of their package. */
  readonly #loaders = new Map<string, string[]>();
  #packages: ReadonlyMap<string, string> | undefined;

  constructor(private readonly projects: Projects) {}

  /** Files that import this one directly. */
  importersOf(module: string): readonly string[] {
    this.#refresh();
    return [...(this.#importers.get(module) ?? [])];
  }

  /** Under which specifiers a file imports a module. */
  specifiersOf(importer: string, module: string): readonly string[] {
    this.#refresh();
    const targets = this.#imports.get(importer)?.targets ?? new Map<string, string>();
    return [...targets].filter(([, target]) => target === module).map(([specifier]) => specifier);
  }

  /** Files that import a package of the run, but get its built files, which nobody looks into. */
  importersOfBuilt(packageName: string): readonly string[] {
    this.#refresh();
    return [...this.#imports]
      .filter(([, { builtPackages }]) => builtPackages.has(packageName))
      .map(([file]) => file);
  }

  /** The files of the module's package that may import it under a name that nobody can read. */
  unseenLoadersOf(module: string): readonly string[] {
    this.#refresh();
    return this.#loaders.get(this.#packageFolderOf(module)) ?? [];
  }

  /** Whether an object of one file can get into the other: they are connected by imports, in whatever direction. */
  isConnected(file: string, other: string): boolean {
    this.#refresh();
    return this.#groupOf(file) === this.#groupOf(other);
  }

  /** Those of the files that may take members by computed names. */
  takersByComputedName(files: readonly string[]): readonly string[] {
    this.#refresh();
    return files.filter((file) => this.#imports.get(file)?.takesByComputedName);
  }

  /** The files that a name declared in one of `files` can get into: those connected with it, and scripts beside it. */
  withinReachOf(files: readonly string[]): ReadonlySet<string> {
    this.#refresh();
    const groups = new Set(files.map((file) => this.#groupOf(file)));
    const packages = new Set(files.map((file) => this.#packageFolderOf(file)));
    return new Set(
      [...this.#imports]
        .filter(
          ([file, { isScript }]) =>
            groups.has(this.#groupOf(file)) || (isScript && packages.has(this.#packageFolderOf(file))),
        )
        .map(([file]) => file),
    );
  }

  /** Reads the files whose texts are new; a run rewrites few of them, and their imports seldom. */
  #refresh(): void {
    const { texts } = this.projects;
    let isChanged = false;
    for (const file of texts.files()) {
      const text = texts.readFile(file) ?? '';
      const known = this.#imports.get(file);
      if (known?.text === text) continue;
      const imports = this.#read(file, text);
      isChanged ||= known === undefined || !hasSameTargets(known, imports);
      this.#imports.set(file, imports);
    }
    if (isChanged) this.#index();
  }

  #read(file: string, text: string): Imports {
    const targets = new Map<string, string>();
    const builtPackages = new Set<string>();
    for (const specifier of specifiersIn(text)) {
      const target = this.#resolve(specifier, file);
      if (target !== undefined) targets.set(specifier, target);
      else if (this.#packageFolders().has(packageOf(specifier))) builtPackages.add(packageOf(specifier));
    }
    return {
      text,
      targets,
      builtPackages,
      isDynamic: dynamicPattern.test(text),
      isScript: !modulePattern.test(text),
      takesByComputedName: mayTakeByComputedName(text),
    };
  }

  #resolve(specifier: string, importer: string): string | undefined {
    const project = this.projects.projectOf(importer);
    if (specifier.startsWith('.')) {
      const target = this.#resolveRelative(join(dirname(importer), specifier));
      return target ?? this.#ours(project?.resolveModule(specifier, importer));
    }
    const isAlways = !this.#packageFolders().has(packageOf(specifier));
    const key = `${project?.plan.name ?? ''}\0${isAlways ? '' : importer}\0${specifier}`;
    if (!this.#bareTargets.has(key)) {
      this.#bareTargets.set(key, this.#ours(project?.resolveModule(specifier, importer)));
    }
    return this.#bareTargets.get(key);
  }

  #ours(target: string | undefined): string | undefined {
    return target !== undefined && this.projects.texts.isProjectFile(target) ? target : undefined;
  }

  #resolveRelative(path: string): string | undefined {
    const { texts } = this.projects;
    const written = /^(.*)\.([cm]?)js(x?)$/.exec(path);
    const asTypeScript = written ? `${written[1] ?? ''}.${written[2] ?? ''}ts${written[3] ?? ''}` : path;
    const candidates = [
      ...extensions.map((extension) => path + extension),
      asTypeScript,
      ...extensions.slice(1).map((extension) => join(path, `index${extension}`)),
    ];
    return candidates.find((candidate) => texts.isProjectFile(candidate));
  }

  /** Folders of the run's own packages, by name. */
  #packageFolders(): ReadonlyMap<string, string> {
    if (this.#packages) return this.#packages;
    const folders = new Map<string, string>();
    for (const folder of new Set(this.projects.texts.files().map((file) => dirname(file)))) {
      const found = this.projects.manifests.packageOf(folder);
      if (found?.name !== undefined) folders.set(found.name, found.folder);
    }
    this.#packages = folders;
    return folders;
  }

  #index(): void {
    this.#importers.clear();
    this.#groups.clear();
    this.#loaders.clear();
    /** Packages any of whose files may be loaded by the name of the built package. */
    const open = new Set<string>();
    for (const [file, { targets, builtPackages, isDynamic }] of this.#imports) {
      for (const target of targets.values()) {
        const importers = this.#importers.get(target) ?? new Set();
        importers.add(file);
        this.#importers.set(target, importers);
        this.#connect(file, target);
      }
      for (const name of builtPackages) {
        const folder = this.#packageFolders().get(name);
        if (folder === undefined) continue;
        open.add(folder);
        this.#connect(file, folder);
      }
      if (!isDynamic) continue;
      const folder = this.#packageFolderOf(file);
      this.#loaders.set(folder, [...(this.#loaders.get(folder) ?? []), file]);
    }
    for (const file of this.#imports.keys()) {
      const folder = this.#packageFolderOf(file);
      if (open.has(folder) || this.#loaders.has(folder)) this.#connect(file, folder);
    }
  }

  #packageFolderOf(file: string): string {
    return this.projects.manifests.packageOf(dirname(file))?.folder ?? this.projects.texts.root;
  }

  #connect(one: string, other: string): void {
    this.#groups.set(this.#groupOf(one), this.#groupOf(other));
  }

  /** The file, or folder, that stands for all that are connected with this one. */
  #groupOf(file: string): string {
    let group = file;
    for (let next = this.#groups.get(group); next !== undefined && next !== group;) {
      group = next;
      next = this.#groups.get(group);
    }
    if (group !== file) this.#groups.set(file, group);
    return group;
  }
}

function specifiersIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(specifierPattern), ...text.matchAll(pathPattern)].map(
      ([, single, double, template]) => single ?? double ?? template ?? '',
    ),
  );
}

function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function hasSameTargets(one: Imports, other: Imports): boolean {
  const toKey = ({ targets, builtPackages, isDynamic }: Imports): string =>
    JSON.stringify([[...targets], [...builtPackages], isDynamic]);
  return toKey(one) === toKey(other);
}
