import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatJson } from '../../src/report/json.js';
import type { Report } from '../../src/report/report.js';
import { reportSchema } from '../../src/report/report-schema.js';

const report: Report = {
  findings: [
    {
      transform: 'await-timers',
      code: 'timer-outlives-answer',
      file: 'src/get.js',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 20,
      status: 'withheld',
      safety: 'unsafe',
      message: 'the timer runs after the answer',
      reason: 'order-changes',
      reasonMessage: 'the order of visible effects would change',
      places: [{ file: 'src/get.js', line: 4, column: 1 }],
      changeSet: null,
    },
  ],
  skipped: [{ file: 'dist/', reason: 'build-output' }],
  diagnostics: [
    { file: 'src/broken.js', line: 2, column: 1, severity: 'error', message: 'Unexpected token' },
  ],
  changes: [],
  changeSets: [],
  fileCount: 2,
  handlerCount: 1,
  verified: false,
  provenCount: 0,
  seconds: 1.23456,
};

test('the report is what the schema says', () => {
  const printed: unknown = JSON.parse(formatJson(report));
  expect(reportSchema.strict().parse(printed)).toEqual(printed);
});

test('the published schema is up to date', async () => {
  await expect(`${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`).toMatchFileSnapshot(
    '../../schema/report.schema.json',
  );
});
