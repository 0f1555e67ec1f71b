export async function save(put: (key: string) => Promise<void>): Promise<boolean> {
  try {
    await put('a');
    return true;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    await put('b');
  }
}
