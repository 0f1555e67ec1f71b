declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export class Box {
  size = save('size');
}
