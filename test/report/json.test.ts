import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatJson } from '../../src/report/json.js';
import { reportSchema } from '../../src/report/report-schema.js';
import { report } from './sample-report.js';

test('the report is what the schema says', () => {
  const printed: unknown = JSON.parse(formatJson(report));
  expect(reportSchema.strict().parse(printed)).toEqual(printed);
});

test('the published schema is up to date', async () => {
  await expect(`${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`).toMatchFileSnapshot(
    '../../schema/report.schema.json',
  );
});
