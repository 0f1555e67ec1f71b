declare function put(key: string): Promise<void>;

export async function later(): Promise<void> {
  setTimeout(() => {
    put('later');
  }, 10);
}
