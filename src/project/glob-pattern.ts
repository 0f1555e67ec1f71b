/**
 * Wildcard matching without regular expressions. The patterns come from files of a project that may be hostile, and
 * `*a*a*a*a*b` turned into a regular expression takes minutes on one long name. Here every pattern takes time in
 * proportion to its length times the path's.
 */

const STAR = Symbol('any number of symbols');
type Token<Symbol> = ((symbol: Symbol) => boolean) | typeof STAR;

/** A compiled pattern: tests a path with `/` between its segments. */
export type PathMatcher = (path: string) => boolean;

export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Longest pattern that is accepted, in characters. */
export const MAX_PATTERN_LENGTH = 1024;
const MAX_ALTERNATIVES = 256;

const POSIX_CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  blank: /^[ \t]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[ \t\n\v\f\r]$/,
  upper: /^[A-Z]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

/**
 * Compiles one path pattern: `*`, `?` and `[…]` stay within a segment, `**` as a whole segment is any number of
 * segments, `\` takes the next character as it is.
 *
 * @throws PatternError when the pattern is too long or ends in the middle of something.
 */
export function compilePathPattern(pattern: string): PathMatcher {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new PatternError(`pattern longer than ${MAX_PATTERN_LENGTH} characters`);
  }
  const segments = parseSegments(Array.from(pattern));
  const tokens = segments.at(-1) === STAR ? [...segments, isAnything] : segments;
  return (path) => matchTokens(tokens, path.split('/'));
}

/** Compiles a pattern of the command line, which may also have `{a,b}`. */
export function compileGlob(glob: string): PathMatcher {
  const matchers = expandBraces(glob).map(compilePathPattern);
  return (path) => matchers.some((matches) => matches(path));
}

export function hasWildcard(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

/** A path as a glob that matches it and nothing else. */
export function escapeGlob(path: string): string {
  return path.replaceAll(/[*?[\]{}\\]/g, '\\$&');
}

/** The leading segments of a glob without any wildcard: `src/lib` of `src/lib/*.js`. */
export function findGlobBase(glob: string): string {
  const segments = glob.split('/').slice(0, -1);
  const firstWild = segments.findIndex((segment) => hasWildcard(segment) || segment.includes('\\'));
  return (firstWild === -1 ? segments : segments.slice(0, firstWild)).join('/');
}

/**
 * After a mismatch only the last star is tried again. That is enough, since every other token takes exactly one
 * symbol, and makes the worst case tokens × symbols.
 */
function matchTokens<Symbol>(tokens: readonly Token<Symbol>[], symbols: readonly Symbol[]): boolean {
  let token = 0;
  let symbol = 0;
  let lastStar = -1;
  let resumeAt = 0;
  while (symbol < symbols.length) {
    const current = tokens[token];
    if (current === STAR) {
      lastStar = token;
      resumeAt = symbol;
      token += 1;
    } else if (current?.(symbols[symbol] as Symbol) === true) {
      token += 1;
      symbol += 1;
    } else if (lastStar !== -1) {
      resumeAt += 1;
      symbol = resumeAt;
      token = lastStar + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === STAR);
}

function isAnything(): boolean {
  return true;
}

/** Not by splitting at slashes: one may be the member of a bracket, which it matches nothing as. */
function parseSegments(characters: readonly string[]): Token<string>[] {
  const segments: Token<string>[] = [];
  let start = 0;
  let tokens: Token<string>[] = [];
  for (let index = 0; index <= characters.length; index += 1) {
    const character = characters[index];
    if (character === undefined || character === '/') {
      segments.push(toSegmentToken(characters.slice(start, index).join(''), tokens));
      tokens = [];
      start = index + 1;
    } else if (character === '*') {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else if (character === '?') {
      tokens.push(isAnything);
    } else if (character === '[') {
      const bracket = parseBracket(characters, index);
      tokens.push(bracket.matches);
      index = bracket.end;
    } else if (character === '\\' && characters[index + 1] !== '/') {
      index += 1;
      tokens.push(toLiteral(characters[index]));
    } else if (character !== '\\') {
      tokens.push(toLiteral(character));
    }
  }
  return segments;
}

function toSegmentToken(source: string, tokens: readonly Token<string>[]): Token<string> {
  return /^\*{2,}$/.test(source) ? STAR : (name) => matchTokens(tokens, Array.from(name));
}

function toLiteral(character: string | undefined): (symbol: string) => boolean {
  if (character === undefined) throw new PatternError('pattern ends after a backslash');
  return (symbol) => symbol === character;
}

interface Bracket {
  readonly matches: (symbol: string) => boolean;
  /** Index of the closing bracket. */
  readonly end: number;
}

/** `[abc]`, `[a-z]`, `[!a]`, `[^a]`, `[[:alpha:]]`; a `]` directly behind the opening is a member. */
function parseBracket(characters: readonly string[], start: number): Bracket {
  const isNegated = characters[start + 1] === '!' || characters[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  const members: ((symbol: string) => boolean)[] = [];
  for (let index = first; index < characters.length; index += 1) {
    if (characters[index] === ']' && index > first) {
      return { matches: (symbol) => members.some((has) => has(symbol)) !== isNegated, end: index };
    }
    const posix = findPosixClass(characters, index);
    if (posix) {
      members.push(posix.matches);
      index = posix.end;
      continue;
    }
    const low = readMember(characters, index);
    if (characters[low.end + 1] === '-' && ![']', undefined].includes(characters[low.end + 2])) {
      const high = readMember(characters, low.end + 2);
      members.push((symbol) => low.character <= symbol && symbol <= high.character);
      index = high.end;
    } else {
      members.push(toLiteral(low.character));
      index = low.end;
    }
  }
  throw new PatternError('pattern has a [ without its ]');
}

function readMember(characters: readonly string[], index: number): { character: string; end: number } {
  const end = characters[index] === '\\' ? index + 1 : index;
  const character = characters[end];
  if (character === undefined) throw new PatternError('pattern has a [ without its ]');
  return { character, end };
}

function findPosixClass(characters: readonly string[], index: number): Bracket | undefined {
  if (characters[index] !== '[' || characters[index + 1] !== ':') return undefined;
  const end = characters.findIndex((character, at) => at > index + 1 && character === ']');
  if (end === -1 || characters[end - 1] !== ':') return undefined;
  const name = characters.slice(index + 2, end - 1).join('');
  const pattern = POSIX_CLASSES[name];
  if (!pattern) throw new PatternError(`pattern has an unknown class [:${name}:]`);
  return { matches: (symbol) => pattern.test(symbol), end };
}

/** `{a,b}` to one pattern each. Braces without a comma stand for themselves. */
export function expandBraces(glob: string): readonly string[] {
  const finished: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = findInnermostBraces(next);
    if (group) {
      const { start, end, alternatives } = group;
      for (const alternative of [...alternatives].reverse()) {
        open.push(next.slice(0, start) + alternative + next.slice(end + 1));
      }
    } else {
      finished.push(next);
    }
    if (open.length + finished.length > MAX_ALTERNATIVES) {
      throw new PatternError(`pattern has more than ${MAX_ALTERNATIVES} alternatives`);
    }
  }
  return finished;
}

/** The first `{…,…}` without another one inside. */
function findInnermostBraces(
  glob: string,
): { start: number; end: number; alternatives: string[] } | undefined {
  let start = -1;
  for (let index = 0; index < glob.length; index += 1) {
    if (glob[index] === '\\') index += 1;
    else if (glob[index] === '{') start = index;
    else if (glob[index] === '}' && start !== -1) {
      const alternatives = glob.slice(start + 1, index).split(',');
      if (alternatives.length > 1) return { start, end: index, alternatives };
      start = -1;
    }
  }
  return undefined;
}
