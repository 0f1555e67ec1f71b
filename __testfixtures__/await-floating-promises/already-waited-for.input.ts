export async function load(read: () => Promise<string>): Promise<string> {
  await read();
  const text = await read();
  await Promise.all([read(), read()]);
  for await (const part of [read()]) console.log(part);
  if (text) return read();
  const pending = read();
  return pending;
}
