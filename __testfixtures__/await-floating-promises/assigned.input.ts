export async function load(read: () => Promise<string>): Promise<() => Promise<string>> {
  let pending: Promise<string>;
  pending = read();
  return () => pending;
}
