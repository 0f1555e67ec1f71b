declare function save(): Promise<void>;
declare function count(): void;

export async function run(): Promise<void> {
  count(), (save(), count());
}
