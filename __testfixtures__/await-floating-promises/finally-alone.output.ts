export async function load(read: () => Promise<string>): Promise<void> {
  await read().finally(() => {
    console.log('done');
  });
}
