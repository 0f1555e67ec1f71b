declare const names: string[];
declare function save(name: string): Promise<void>;

export async function run(): Promise<void> {
  names.map((name) => name.trim());
  [1, 2, 3];
  await Promise.all(names.map((name) => save(name)));
  await Promise.allSettled(names.map(save));
}
