export async function run(step: () => Promise<void>) {
  const names = ['a']
  await step()
  ;await (async () => {
    await step()
  })()
  ;await Promise.all([1, 2].map(() => step()))
  const later = names
  await step()
}
