import type { ApiCallback } from './types';

export class Responses {
  static ok(result: unknown, callback: ApiCallback): void {
    callback(null, { statusCode: 200, body: JSON.stringify(result) });
  }
}
