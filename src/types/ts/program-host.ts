import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import type { BundledTypesResolver } from './bundled-types.js';
import { libraryFolder } from './library-files.js';
import { ensureMemory } from './memory-guard.js';
import type { ProjectPlan } from './project-plan.js';
import type { ProjectTexts } from './project-texts.js';
import type { SourceFileCache } from './source-file-cache.js';
import type { UnusedClients } from './unused-clients.js';

/** What the program of one project sees of the world. It can't write. */
export function createProgramHost(
  plan: ProjectPlan,
  texts: ProjectTexts,
  sourceFiles: SourceFileCache,
  bundledTypes: BundledTypesResolver,
  unusedClients: UnusedClients,
  modules: ts.ModuleResolutionCache,
): ts.CompilerHost {
  const toCanonical = (path: string): string => (texts.useCaseSensitiveFileNames ? path : path.toLowerCase());
  const typeReferences = ts.createTypeReferenceDirectiveResolutionCache(
    texts.root,
    toCanonical,
    plan.options,
    modules.getPackageJsonInfoCache(),
  );

  return {
    getSourceFile(path, parse) {
      ensureMemory();
      const text = texts.readFile(path);
      if (text === undefined) return undefined;
      const how = typeof parse === 'object' ? parse : { languageVersion: parse };
      return sourceFiles.get(path, text, how, plan.optionsKey);
    },
    resolveModuleNameLiterals(literals, importer, redirected, options, sourceFile) {
      return literals.map((literal) => {
        if (unusedClients.includes(importer, literal)) return { resolvedModule: undefined };
        const mode = ts.getModeForUsageLocation(sourceFile, literal, options);
        const found = ts.resolveModuleName(literal.text, importer, options, texts, modules, redirected, mode);
        return isTyped(found.resolvedModule) || ts.isExternalModuleNameRelative(literal.text)
          ? found
          : { resolvedModule: bundledTypes.resolveModule(literal.text, dirname(importer)) };
      });
    },
    resolveTypeReferenceDirectiveReferences(references, importer, redirected, options) {
      return references.map((reference) => {
        const name = typeof reference === 'string' ? reference : reference.fileName;
        const found = ts.resolveTypeReferenceDirective(
          name,
          // One `node` for all: bundled types must not bring a second copy beside the project's own.
          name === 'node' ? `${texts.root}/any.ts` : importer,
          options,
          texts,
          redirected,
          typeReferences,
        );
        if (found.resolvedTypeReferenceDirective || name !== 'node') return found;
        return { resolvedTypeReferenceDirective: bundledTypes.resolveTypeReference(name) };
      });
    },
    getDefaultLibFileName: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => libraryFolder,
    getCurrentDirectory: texts.getCurrentDirectory,
    fileExists: texts.fileExists,
    readFile: texts.readFile,
    directoryExists: texts.directoryExists,
    getDirectories: texts.getDirectories,
    realpath: texts.realpath,
    getCanonicalFileName: toCanonical,
    useCaseSensitiveFileNames: () => texts.useCaseSensitiveFileNames,
    getNewLine: () => '\n',
    hasInvalidatedResolutions: () => false,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
    writeFile: () => {
      throw new Error('the checker never writes');
    },
  };
}

/** A module that resolves to JavaScript in node_modules has no types: it is not read. */
function isTyped(resolved: ts.ResolvedModuleFull | undefined): boolean {
  if (!resolved) return false;
  return !(resolved.isExternalLibraryImport && /^\.[cm]?jsx?$/.test(resolved.extension));
}
