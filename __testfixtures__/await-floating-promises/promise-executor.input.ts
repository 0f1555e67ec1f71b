declare function put(key: string): Promise<void>;

export async function wrapped(): Promise<void> {
  await new Promise<void>((resolve) => {
    put('a');
    resolve();
  });
}
