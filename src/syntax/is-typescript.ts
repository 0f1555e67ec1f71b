/** Is a file of this path written in TypeScript, so that a variable may need a type? */
export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}
