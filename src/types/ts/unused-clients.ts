import { ts } from 'ts-morph';
import type { ProjectTexts } from './project-texts.js';

/**
 * aws-sdk 2 declares each of its 400 services in a file of its own, 50 MB in all, and one file imports them all. Parsing
 * them would take most of a run's time, so the services whose names stand nowhere in the project are left unread:
 * `AWS.Braket` is of unknown type where nobody writes `Braket`.
 */
export class UnusedClients {
  #names: ReadonlySet<string> | undefined;

  constructor(private readonly texts: ProjectTexts) {}

  /** Whether this import is that of a service which the project does not name. */
  includes(importer: string, specifier: ts.StringLiteralLike): boolean {
    if (!importer.endsWith('/aws-sdk/clients/all.d.ts')) return false;
    const declaration = specifier.parent.parent;
    return ts.isImportEqualsDeclaration(declaration) && !this.#namesInProject().has(declaration.name.text);
  }

  #namesInProject(): ReadonlySet<string> {
    this.#names ??= new Set(
      this.texts.files().flatMap((file) => this.texts.readFile(file)?.match(/\b[A-Z]\w*/g) ?? []),
    );
    return this.#names;
  }
}
