declare function save(name: string): Promise<void>;

export async function saveAll(names: Set<string>): Promise<void> {
  names.forEach(async (name) => {
    if (name.includes('/')) names.add(name.slice(1));
    await save(name);
  });
}
