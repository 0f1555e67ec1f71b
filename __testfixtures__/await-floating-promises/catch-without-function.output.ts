export async function load(read: () => Promise<string>): Promise<void> {
  await read().catch();
  await read().catch(undefined);
  await read().then(console.log, null);
}
