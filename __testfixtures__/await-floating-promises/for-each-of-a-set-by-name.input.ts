declare function save(name: string): Promise<void>;

export function saveAll(names: Set<string>): void {
  names.forEach(save);
}
