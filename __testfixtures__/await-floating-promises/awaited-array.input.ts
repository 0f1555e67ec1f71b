export async function loadAll(start: () => Promise<Promise<string>[]>): Promise<void> {
  await start();
}
