export async function maybe(wanted: boolean, work: () => Promise<number>, other?: Promise<void>): Promise<void> {
  await (wanted && work());
  await (other ?? work());
}
