import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import {
  prove,
  type FindingKind,
  type ProveOptions,
  type ProveResult,
  type RuntimeName,
} from '../../src/prove/index.js';

/** A handler of the fixtures, with what its first lines say about it. */
export interface LeakHandler {
  name: string;
  file: string;
  /** Kinds of which at least one must be found; empty for handlers that leak nothing. */
  leaks: FindingKind[];
  runtime: RuntimeName;
}

/** The handlers in `testdata/leaky` or `testdata/clean`. */
export function handlersIn(folder: 'leaky' | 'clean'): LeakHandler[] {
  const place = path.join(import.meta.dirname, 'testdata', folder);
  return readdirSync(place).map((name) => {
    const file = path.join(place, name);
    const text = readFileSync(file, 'utf8');
    const note = (key: string): string | undefined => new RegExp(`^// ${key}: (.*)$`, 'm').exec(text)?.[1];
    return {
      name,
      file,
      leaks: (note('leaks')?.split(' ') ?? []) as FindingKind[],
      runtime: (note('runtime') ?? 'nodejs22.x') as RuntimeName,
    };
  });
}

/** Runs a handler with few and short pauses: the leaks of the fixtures show soon, but a busy machine is slow. */
export function proveHandler(
  { file, runtime, leaks }: LeakHandler,
  env: Record<string, string>,
  options: Partial<ProveOptions> = {},
): Promise<ProveResult> {
  const neverAnswers = leaks.includes('kept-alive-until-timeout');
  return prove({
    file,
    exportName: 'handler',
    runtime,
    events: [{}],
    invocations: neverAnswers ? 2 : 4,
    pauseMs: 150,
    timeoutMs: neverAnswers ? 4_000 : 30_000,
    env,
    ...options,
  });
}

/** The kinds of leak that were found. */
export function leakKinds({ findings }: ProveResult): FindingKind[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind))];
}
