export async function* pages(next: () => Promise<void>): AsyncGenerator<number> {
  await next();
  yield 1;
}
