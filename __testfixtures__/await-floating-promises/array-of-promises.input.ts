export async function loadAll(urls: string[], read: (url: string) => Promise<string>): Promise<void> {
  urls.map((url) => read(url));
  [read('a'), read('b')];
}
