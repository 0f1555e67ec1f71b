/** How one file is written, so that new code looks like the code around it. */
export interface CodeStyle {
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  /** One level: two or four spaces, a tab. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly trailingSpaceInBraces: boolean;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The smallest indentation that lines add to the line before them, by majority; the usual one where it's a draw. */
export function detectIndent(text: string, usual = '  '): string {
  const votes = new Map<string, number>();
  let previous = '';
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || /^\s*\*/.test(line)) continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const step = indent.startsWith(previous) ? indent.slice(previous.length) : '';
    if (step === '\t' || /^ {1,8}$/.test(step)) votes.set(step, (votes.get(step) ?? 0) + 1);
    previous = indent;
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] > (votes.get(usual) ?? 0) ? best[0] : usual;
}

/** @param text the file's text; ties and empty files give single quotes, semicolons, two spaces and LF. */
export function detectStyle(text: string): CodeStyle {
  const endings = count(text, /;[ \t]*(?:\/\/.*)?\r?$/gm);
  const bareEndings = count(text, /[\w)\]'"`][ \t]*\r?$/gm);
  return {
    quote: count(text, /"(?:[^"\\\n]|\\.)*"/g) > count(text, /'(?:[^'\\\n]|\\.)*'/g) ? '"' : "'",
    semicolon: endings === 0 && bareEndings > 0 ? '' : endings * 4 < bareEndings ? '' : ';',
    indent: detectIndent(text),
    lineEnd: count(text, /\r\n/g) * 2 > count(text, /\n/g) ? '\r\n' : '\n',
    trailingSpaceInBraces: count(text, /\{[\w'"]/g) <= count(text, /\{ [\w'"]/g),
  };
}
