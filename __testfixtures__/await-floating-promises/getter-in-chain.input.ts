declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export class Box {
  get size(): number {
    return save('size');
  }
}
