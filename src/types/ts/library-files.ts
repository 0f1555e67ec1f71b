import { getLibFiles } from '@ts-morph/common';

/** Where the checker is told that its standard library lies. Nothing is there on disk: the texts are bundled. */
export const libraryFolder = '/node_modules/typescript/lib';

let texts: ReadonlyMap<string, string> | undefined;

function libraryTexts(): ReadonlyMap<string, string> {
  texts ??= new Map(getLibFiles().map(({ fileName, text }) => [`${libraryFolder}/${fileName}`, text]));
  return texts;
}

/** Text of a file of the standard library (`lib.es2023.d.ts`), by its full path. */
export function libraryText(path: string): string | undefined {
  return path.startsWith(libraryFolder) ? libraryTexts().get(path) : undefined;
}
