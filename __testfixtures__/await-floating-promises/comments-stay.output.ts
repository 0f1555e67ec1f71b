export async function save(store: { put(key: string): Promise<void> }): Promise<void> {
  // before
  /* here */ await store.put('a'); // behind
  await store
    // in the middle
    .put('b');
}
