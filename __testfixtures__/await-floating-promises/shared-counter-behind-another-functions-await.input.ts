declare function put(key: string): Promise<void>;

let count = 0;

export async function next(key: string): Promise<() => Promise<void>> {
  const current = count;
  const undo = async (): Promise<void> => {
    await put(`${key}-again`);
  };
  put(key);
  count = current + 1;
  return undo;
}
