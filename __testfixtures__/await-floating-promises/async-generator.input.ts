export async function* pages(next: () => Promise<void>): AsyncGenerator<number> {
  next();
  yield 1;
}
