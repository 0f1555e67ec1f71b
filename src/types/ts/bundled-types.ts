import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import type { PackageManifests } from './package-manifests.js';
import type { ProjectTexts } from './project-texts.js';

interface BundledTypes {
  /** Majors of the package whose API the bundled types describe. */
  readonly majors: readonly number[];
  /** Whether to use them also where no `package.json` names the package: only when no other major differs. */
  readonly ifUnnamed: boolean;
}

/**
 * The `@types` packages among leakfix's own dependencies, and for which majors of the library they hold. Plain
 * JavaScript without node_modules is the common case, and these say what its libraries call back with.
 *
 * Majors that moved to promises, or ship their own types, are left out on purpose: redis 4, mongodb 4, glob 9,
 * rimraf 4, mkdirp 1, ioredis 5, async before 3 (which returned nothing where 3 returns a promise).
 */
const bundledTypes: ReadonlyMap<string, BundledTypes> = new Map([
  ['amqplib', { majors: [0], ifUnnamed: true }],
  ['async', { majors: [3], ifUnnamed: false }],
  ['aws-lambda', { majors: [0, 1], ifUnnamed: true }],
  ['bcrypt', { majors: [1, 2, 3, 4, 5, 6], ifUnnamed: true }],
  ['bcryptjs', { majors: [2, 3], ifUnnamed: true }],
  ['bluebird', { majors: [3], ifUnnamed: true }],
  ['fs-extra', { majors: [3, 4, 5, 6, 7, 8, 9, 10, 11], ifUnnamed: true }],
  ['glob', { majors: [5, 6, 7, 8], ifUnnamed: false }],
  ['graceful-fs', { majors: [4], ifUnnamed: true }],
  ['ioredis', { majors: [3, 4], ifUnnamed: false }],
  ['jsonwebtoken', { majors: [5, 6, 7, 8, 9], ifUnnamed: true }],
  ['memcached', { majors: [0, 1, 2], ifUnnamed: true }],
  ['mkdirp', { majors: [0], ifUnnamed: false }],
  ['mongodb', { majors: [3], ifUnnamed: false }],
  ['mysql', { majors: [2], ifUnnamed: true }],
  ['ncp', { majors: [1, 2], ifUnnamed: true }],
  ['nodemailer', { majors: [3, 4, 5, 6, 7], ifUnnamed: true }],
  ['pg', { majors: [7, 8], ifUnnamed: true }],
  ['redis', { majors: [2, 3], ifUnnamed: false }],
  ['rimraf', { majors: [2, 3], ifUnnamed: false }],
  ['xml2js', { majors: [0], ifUnnamed: true }],
]);

/** A file beside this one, to resolve from: nothing needs to be in it. */
const resolvingFrom = join(dirname(fileURLToPath(import.meta.url)), 'bundled-types.ts');

const resolutionOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** Resolves what a project has no types for from the types that leakfix ships. */
export class BundledTypesResolver {
  readonly #resolved = new Map<string, ts.ResolvedModuleFull | undefined>();

  constructor(
    private readonly texts: ProjectTexts,
    private readonly manifests: PackageManifests,
  ) {}

  /** The declaration file for a bare import (`mysql`, `fs-extra/esm`) made in `folder`, if it may be used there. */
  resolveModule(specifier: string, folder: string): ts.ResolvedModuleFull | undefined {
    const packageName = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    const bundled = bundledTypes.get(packageName);
    if (!bundled) return undefined;
    const major = this.manifests.majorOf(packageName, folder);
    const fits = typeof major === 'number' ? bundled.majors.includes(major) : bundled.ifUnnamed;
    return fits ? this.#resolve(specifier) : undefined;
  }

  /** `@types/node`, for projects that have none: without it `process`, `Buffer` and `setTimeout` have no type. */
  resolveTypeReference(name: string): ts.ResolvedTypeReferenceDirective | undefined {
    const { resolvedTypeReferenceDirective } = ts.resolveTypeReferenceDirective(
      name,
      resolvingFrom,
      resolutionOptions,
      this.texts,
    );
    return resolvedTypeReferenceDirective;
  }

  #resolve(specifier: string): ts.ResolvedModuleFull | undefined {
    if (!this.#resolved.has(specifier)) {
      const { resolvedModule } = ts.resolveModuleName(
        // By its full name: the library itself, of whatever major, may be installed beside leakfix.
        `@types/${specifier}`,
        resolvingFrom,
        resolutionOptions,
        this.texts,
      );
      this.#resolved.set(specifier, resolvedModule);
    }
    return this.#resolved.get(specifier);
  }
}
