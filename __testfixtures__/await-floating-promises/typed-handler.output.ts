import type { Handler } from 'aws-lambda';
import { appendFile } from 'node:fs/promises';

export const handler: Handler = async (event: { line: string }) => {
  await appendFile('/tmp/leakfix-out.log', event.line);
};
