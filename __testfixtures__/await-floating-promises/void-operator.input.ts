export async function load(read: () => Promise<string>): Promise<void> {
  void read();
}
