export async function save(store: { put(key: string): Promise<void> }): Promise<void> {
  // before
  /* here */ store.put('a'); // behind
  store
    // in the middle
    .put('b');
}
