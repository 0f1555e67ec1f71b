export async function loadAll(urls: string[] | undefined, read: (url: string) => Promise<string>): Promise<void> {
  urls?.map(async (url) => {
    console.log(await read(url));
  });
}
