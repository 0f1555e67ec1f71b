export async function loadAll(urls: string[], read: (url: string) => Promise<string>): Promise<void> {
  await Promise.all(urls.map((url) => read(url)));
  await Promise.all([read('a'), read('b')]);
}
