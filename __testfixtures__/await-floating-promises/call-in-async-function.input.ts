interface Store {
  put(key: string, value: string): Promise<void>;
}

export async function remember(store: Store, key: string): Promise<string> {
  store.put(key, 'seen');
  return key;
}
