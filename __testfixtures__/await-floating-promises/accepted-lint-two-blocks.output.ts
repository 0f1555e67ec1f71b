declare function save(key: string): Promise<void>;

export async function saveAll(): Promise<void> {
  /* eslint-disable @typescript-eslint/no-floating-promises */
  save('first');
  /* eslint-enable @typescript-eslint/no-floating-promises */
  await save('between');
  /* eslint-disable @typescript-eslint/no-floating-promises */
  save('last');
  /* eslint-enable @typescript-eslint/no-floating-promises */
}
