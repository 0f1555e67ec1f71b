declare function save(): Promise<number>;

export const one = (): Promise<number> => save();
export function two(): Promise<number> {
  return save();
}
export function three(): Promise<number>[] {
  return [save(), save()];
}
export async function* four(): AsyncGenerator<number> {
  yield save();
}
export const five = { run: (): Promise<number> => save() };
