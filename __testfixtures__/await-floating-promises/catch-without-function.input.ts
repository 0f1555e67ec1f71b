export async function load(read: () => Promise<string>): Promise<void> {
  read().catch();
  read().catch(undefined);
  read().then(console.log, null);
}
