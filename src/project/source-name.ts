const SOURCE_NAME = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const DECLARATION_NAME = /\.d\.[cm]?ts$/;

/** Whether a file with this name is JavaScript or TypeScript, declarations included. */
export function isSourceName(name: string): boolean {
  return SOURCE_NAME.test(name);
}

export function isDeclarationName(name: string): boolean {
  return DECLARATION_NAME.test(name);
}
