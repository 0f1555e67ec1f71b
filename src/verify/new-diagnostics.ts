import { type TypeDiagnostic, UNCHECKABLE } from '../types/oracle.js';

/**
 * The errors of a file that were not there before, compared by what they say and the name they stand at: lines move,
 * and an error that was there twice and is now there three times is new once.
 */
export function findNewDiagnostics(
  before: { readonly text: string; readonly diagnostics: readonly TypeDiagnostic[] },
  after: { readonly text: string; readonly diagnostics: readonly TypeDiagnostic[] },
): readonly TypeDiagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of before.diagnostics) {
    const content = contentOf(diagnostic, before.text);
    known.set(content, (known.get(content) ?? 0) + 1);
  }
  return after.diagnostics.filter((diagnostic) => {
    if (diagnostic.code === UNCHECKABLE) return true;
    const content = contentOf(diagnostic, after.text);
    const left = known.get(content) ?? 0;
    known.set(content, left - 1);
    return left <= 0;
  });
}

function contentOf({ code, message, start }: TypeDiagnostic, text: string): string {
  const name = /^[\w$]*/.exec(text.slice(start, start + 100))?.[0] ?? '';
  return [code, name, message.replace(/\s+/g, ' ')].join('\0');
}
