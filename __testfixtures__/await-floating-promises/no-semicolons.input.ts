export async function run(step: () => Promise<void>) {
  const names = ['a']
  step()
  ;(async () => {
    await step()
  })()
  ;[1, 2].map(() => step())
  const later = names
  step()
}
