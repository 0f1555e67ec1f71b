/** People write three of them. */
const longestRow = 500;

const modifier =
  /\b(?:abstract|accessor|async|declare|export|private|protected|public|readonly|static)\b\s*/g;

/**
 * Whether modifiers follow one another without end. TypeScript's parser looks along such a row from each of its words,
 * so that 100,000 of them take it hours.
 */
export function hasEndlessModifiers(text: string): boolean {
  let count = 0;
  let end = 0;
  for (const { 0: words, index } of text.matchAll(modifier)) {
    count = index === end ? count + 1 : 1;
    if (count > longestRow) return true;
    end = index + words.length;
  }
  return false;
}
