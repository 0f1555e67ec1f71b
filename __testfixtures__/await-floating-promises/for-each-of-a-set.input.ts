declare function save(name: string): Promise<void>;

export async function saveAll(sizes: Map<string, number>, names: Set<string>): Promise<void> {
  names.forEach(async (name) => {
    await save(name);
  });
  sizes.forEach(async (size) => save(String(size)));
}
