declare function put(key: string): Promise<void>;

export default async function (key: string): Promise<void> {
  await put(key);
}

async function save(key: string): Promise<number> {
  await put(key);
  return key.length;
}

export { save };
