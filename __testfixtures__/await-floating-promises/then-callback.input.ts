declare function put(key: string): Promise<void>;

export async function after(start: () => Promise<string>): Promise<void> {
  await start().then((key) => {
    put(key);
  });
}
