declare function save(name: string): Promise<void>;

export async function saveAll(sizes: Map<string, number>, names: Set<string>): Promise<void> {
  await Promise.all([...names].map(async (name) => {
    await save(name);
  }));
  await Promise.all([...sizes.values()].map(async (size) => save(String(size))));
}
