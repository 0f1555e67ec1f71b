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

/**
 * What an error says whatever the checker has been asked before. Behind the first sentence come suggestions, of which
 * TypeScript makes ten, each under a code of its own, and explanations, which it gives once; the members of a union
 * stand in the order in which it met them.
 */
function contentOf({ message, start }: TypeDiagnostic, text: string): string {
  const name = /^[\w$]*/.exec(text.slice(start, start + 100))?.[0] ?? '';
  const sentence = /^.*?[^.]\.(?= )/.exec(message)?.[0] ?? message.split('\n', 1).join('');
  return [name, sentence.replace(/'[^']*'/g, withSortedWords)].join('\0');
}

function withSortedWords(quoted: string): string {
  return (quoted.match(/[\w$]+|[^\w\s$]/g) ?? []).sort().join(' ');
}
