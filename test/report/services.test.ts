import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { formatGithub } from '../../src/report/github.js';
import { formatMarkdown } from '../../src/report/markdown.js';
import { formatSarif } from '../../src/report/sarif.js';
import { options, report } from './sample-report.js';

test('SARIF has a rule for each kind of finding, and places that begin at the top of the repository', () => {
  const { version, runs } = JSON.parse(formatSarif(report, options)) as Log;
  const [run] = runs;
  const results = run?.results ?? [];
  const rules = run?.tool.driver.rules?.map(({ id }) => id);
  expect(version).toBe('2.1.0');
  expect(rules).toEqual(['await-floating-promises/floating-promise', 'await-timers/timer-outlives-answer']);
  expect(results.map(({ ruleId, ruleIndex }) => [ruleId, rules?.[ruleIndex ?? -1]])).toEqual(
    results.map(({ ruleId }) => [ruleId, ruleId]),
  );
  expect(results[1]?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'service/src/get%20it.js' },
    region: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 20 },
  });
  expect(results[1]?.relatedLocations).toHaveLength(1);
});

test('SARIF says what a comment suppresses and what went wrong', () => {
  const [run] = (JSON.parse(formatSarif(report, options)) as Log).runs;
  expect(run?.results?.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    undefined,
    undefined,
    [{ kind: 'inSource' }],
  ]);
  expect(run?.invocations?.[0]).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        level: 'error',
        message: { text: 'Unexpected token' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'service/src/broken.js' },
              region: { startLine: 2, startColumn: 1 },
            },
          },
        ],
      },
      {
        level: 'warning',
        message: { text: 'its handlers are not known: mend it' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'service/template.yml' } } }],
      },
    ],
  });
});

test('annotations of GitHub are one line each, with what ends a property or a line escaped', () => {
  expect(formatGithub(report, options).split('\n')).toEqual([
    '::error title=leakfix,file=service/src/broken.js,line=2,col=1::Unexpected token',
    '::warning title=leakfix,file=service/template.yml::its handlers are not known%0Amend it',
    '::warning title=leakfix await-floating-promises,file=service/src/get it.js,line=2,endLine=2,col=3::nobody waits for this promise: it has type `Promise<A | B>`',
    '::warning title=leakfix await-timers,file=service/src/get it.js,line=3,endLine=4,col=1::the timer runs after the answer%0Awithheld: the order of visible effects would change: a, b: 100%25%0A<c>',
    '::notice title=leakfix await-floating-promises,file=service/src/get it.js,line=9,endLine=9,col=3::nobody waits for this promise: it has type `Promise<A | B>`%0Arefused: the type of `x` is not known',
    '',
  ]);
});

test('a name with what separates properties is escaped', () => {
  const [finding] = report.findings;
  const renamed = { ...report, diagnostics: [], findings: finding ? [{ ...finding, file: 'a:b,c.js' }] : [] };
  expect(formatGithub(renamed, options)).toContain('file=service/a%3Ab%2Cc.js,');
});

test('Markdown has the counts, the diff in a fence that holds it, and why the rest was left', () => {
  const lines = formatMarkdown(report, options).split('\n');
  expect(lines[0]).toBe('## leakfix: 1 change in 1 file');
  expect(lines).toContain('| `await-floating-promises` | 1 | 0 | 1 | 0 |');
  expect(lines).toContain('````diff');
  expect(lines).toContain('+  await save("```<b>");');
  expect(lines).toContain(
    '| `src/get it.js:9` | `await-floating-promises` | nobody waits for this promise: it has type `Promise<A \\| B>` | refused: the type of `x` is not known |',
  );
  expect(lines).toContain(
    '| `src/get it.js:3` | `await-timers` | the timer runs after the answer | withheld: the order of visible effects would change: a, b: 100% \\<c\\> |',
  );
});
