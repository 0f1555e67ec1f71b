export async function run(step: () => Promise<void>): Promise<void> {
  await (async () => {
    await step();
  })();
}
