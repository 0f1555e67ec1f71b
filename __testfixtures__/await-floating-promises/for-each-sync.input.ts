export async function all(keys: string[]): Promise<void> {
  keys.forEach((key) => {
    console.log(key);
  });
  keys.forEach(function* (key) {
    yield key;
  });
}
