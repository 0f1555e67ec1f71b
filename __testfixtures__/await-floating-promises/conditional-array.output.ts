declare function save(): Promise<void>;
declare const flag: boolean;

export async function run(): Promise<void> {
  flag ? await Promise.all([save(), save()]) : undefined;
}
