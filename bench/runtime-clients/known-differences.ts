/** Handlers for which a release is known to differ from the managed runtime of today, which the table describes. */
interface KnownDifference {
  /** Names of cases. */
  cases: RegExp;
  why: string;
}

const neverSettles: KnownDifference = {
  cases: /^async never settles$/,
  why: 'newer than this release: it answered null when an async handler could never settle',
};

const byRelease: Record<string, KnownDifference[]> = {
  'aws-lambda-ric 2.1.0': [
    neverSettles,
    {
      cases: /^(?:mutation after the callback|late mutation|flag set too late)$/,
      why: 'it serialised the result when the callback was called, and answered at once',
    },
    {
      cases: /^(?:(?:rejection|crash) while waiting|(?:interval|server) keeps it alive)$/,
      why: 'it answered at once, and only asked for the next event when the event loop was empty',
    },
    { cases: /^(?:minimal thenable|thenable with catch)$/, why: 'it took only real promises' },
    { cases: /^(?:module: .*|common js by extension)$/, why: 'it loaded .js files only, with require' },
    { cases: /^stream/, why: 'it had no streaming' },
  ],
  'aws-lambda-ric 3.3.0': [neverSettles],
};

/** Why a release differs in a case; undefined when that is news. */
export function reasonToDiffer(release: string, name: string): string | undefined {
  return byRelease[release]?.find(({ cases }) => cases.test(name))?.why;
}
