export function* steps(connect: () => Promise<void>): Generator<number> {
  connect();
  yield 1;
}
