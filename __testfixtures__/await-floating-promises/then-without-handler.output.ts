export async function load(read: () => Promise<string>): Promise<void> {
  await read().then((text) => {
    console.log(text);
  });
}
