export async function load(read: () => Promise<string>): Promise<void> {
  // eslint-disable-next-line no-console
  await read();
}
