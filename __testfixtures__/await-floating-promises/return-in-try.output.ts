declare function put(key: string): Promise<void>;

async function save(key: string): Promise<number> {
  await put(key);
  return key.length;
}

export async function careful(key: string): Promise<number> {
  try {
    return await save(key);
  } catch {
    return await save('other');
  } finally {
    console.log('done');
  }
}
