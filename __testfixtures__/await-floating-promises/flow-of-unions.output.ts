export async function maybe(start: () => Promise<void> | undefined): Promise<void> {
  await start();
}
