declare function put(key: string): Promise<void>;

export default function (key: string): void {
  put(key);
}

function save(key: string): number {
  put(key);
  return key.length;
}

export { save };
