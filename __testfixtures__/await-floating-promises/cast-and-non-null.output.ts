export async function run(step?: () => Promise<void>, anything?: unknown): Promise<void> {
  await step!();
  await (anything as Promise<void>);
  await (anything as Promise<void>);
}
