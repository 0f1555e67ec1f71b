declare function put(key: string): Promise<void>;

let count = 0;
const state = { last: '' };

export async function next(key: string): Promise<number> {
  const current = count;
  put(key);
  count = current + 1;
  return count;
}

export async function remember(key: string): Promise<void> {
  if (state.last !== key) {
    put(key);
    state.last = key;
  }
}
