declare function put(key: string): Promise<void>;

async function save(key: string): Promise<number> {
  await put(key);
  return key.length;
}

export async function uses(key: string): Promise<string> {
  await save(key);
  const size = await save(key);
  const text = (await save(key)).toFixed(2);
  const sum = await save(key) + await save('other');
  const square = (await save(key)) ** 2;
  if (await save(key) > 3) return `${await save(key)}`;
  const list = [await save(key), -await save(key)];
  const picked = { size: await save(key) }.size;
  while (await save(key) < 0) break;
  const sure = (await save(key))!;
  const cast = await save(key) as number;
  console.log(size, text, sum, square, list, picked, sure, cast, (await save(key)).toString());
  return key;
}

export async function passesOn(key: string): Promise<number> {
  return save(key);
}

export const arrow = async (key: string): Promise<number> => save(key);
