interface Store {
  put(key: string, value: string): Promise<void>;
}

export async function remember(store: Store, key: string): Promise<string> {
  await store.put(key, 'seen');
  return key;
}
