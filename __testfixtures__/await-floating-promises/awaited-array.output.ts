export async function loadAll(start: () => Promise<Promise<string>[]>): Promise<void> {
  await Promise.all(await start());
}
