export class Responses {
  static ok(result: unknown) {
    return { statusCode: 200, body: JSON.stringify(result) };
  }
}
