export async function save(put: (key: string) => Promise<void>): Promise<boolean> {
  try {
    put('a');
    return true;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    put('b');
  }
}
