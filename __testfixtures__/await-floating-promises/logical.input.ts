export async function maybe(wanted: boolean, work: () => Promise<number>, other?: Promise<void>): Promise<void> {
  wanted && work();
  other ?? work();
}
