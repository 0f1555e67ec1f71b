declare function save(): Promise<void>;
declare const flag: boolean;

export async function run(): Promise<void> {
  flag ? [save(), save()] : undefined;
}
