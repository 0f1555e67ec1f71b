export async function load(read: () => Promise<string>): Promise<void> {
  read().then((text) => {
    console.log(text);
  });
}
