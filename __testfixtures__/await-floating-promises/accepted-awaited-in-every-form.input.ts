declare function save(): Promise<number>;
declare const flag: boolean;
declare const store: { flush?: () => Promise<void> };

export async function run(): Promise<number> {
  await save();
  await (flag ? save() : save());
  flag && (await save());
  await store.flush?.();
  await Promise.all([save(), save()]);
  for await (const each of [save()]) if (each > 1) return each;
  const [first] = await Promise.all([save()]);
  return first + (await save());
}
