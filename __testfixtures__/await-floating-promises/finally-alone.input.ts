export async function load(read: () => Promise<string>): Promise<void> {
  read().finally(() => {
    console.log('done');
  });
}
