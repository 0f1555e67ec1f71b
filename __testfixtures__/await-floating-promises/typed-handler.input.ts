import type { Handler } from 'aws-lambda';
import { appendFile } from 'node:fs/promises';

export const handler: Handler = (event: { line: string }) => {
  appendFile('/tmp/leakfix-out.log', event.line);
};
