import type { Report, ReportedFinding } from '../../src/report/report.js';

const finding: ReportedFinding = {
  transform: 'await-floating-promises',
  code: 'floating-promise',
  file: 'src/get it.js',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 16,
  status: 'fixed',
  safety: 'safe',
  message: 'nobody waits for this promise: it has type `Promise<A | B>`',
  reason: null,
  reasonMessage: null,
  places: [],
  changeSet: 1,
};

/** One finding of each status, with characters that formats give a meaning to. */
export const report: Report = {
  findings: [
    finding,
    {
      ...finding,
      transform: 'await-timers',
      code: 'timer-outlives-answer',
      line: 3,
      column: 1,
      endLine: 4,
      endColumn: 20,
      status: 'withheld',
      safety: 'unsafe',
      message: 'the timer runs after the answer',
      reason: 'order-changes',
      reasonMessage: 'the order of visible effects would change: a, b: 100%\n<c>',
      places: [{ file: 'src/get it.js', line: 4, column: 1 }],
      changeSet: null,
    },
    {
      ...finding,
      line: 9,
      endLine: 9,
      status: 'refused',
      reason: 'unknown-type',
      reasonMessage: 'the type of `x` is not known',
      changeSet: null,
    },
    { ...finding, line: 12, endLine: 12, status: 'ignored', changeSet: null },
  ],
  skipped: [{ file: 'dist/', reason: 'build-output' }],
  diagnostics: [
    { file: 'src/broken.js', line: 2, column: 1, severity: 'error', message: 'Unexpected token' },
    { file: 'template.yml', severity: 'warning', message: 'its handlers are not known', hint: 'mend it' },
  ],
  changes: [
    {
      file: '/repository/service/src/get it.js',
      before: 'async function get() {\n  save("```<b>");\n}\n',
      after: 'async function get() {\n  await save("```<b>");\n}\n',
    },
  ],
  changeSets: [['/repository/service/src/get it.js']],
  fileCount: 2,
  handlerCount: 1,
  verified: false,
  provenCount: 0,
  seconds: 1.23456,
};

export const options = { cwd: '/repository/service', root: '/repository', version: '1.2.3' };
