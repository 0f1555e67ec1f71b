declare function put(key: string): Promise<void>;

export function isKey(key: unknown): key is string {
  put('checked');
  return typeof key === 'string';
}
