declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export function careful(key: string): number {
  try {
    return save(key);
  } catch {
    return save('other');
  } finally {
    console.log('done');
  }
}
