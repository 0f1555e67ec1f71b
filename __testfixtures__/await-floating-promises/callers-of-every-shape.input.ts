declare function put(key: string): Promise<void>;

function save(key: string): number {
  put(key);
  return key.length;
}

export async function uses(key: string): Promise<string> {
  save(key);
  const size = save(key);
  const text = save(key).toFixed(2);
  const sum = save(key) + save('other');
  const square = save(key) ** 2;
  if (save(key) > 3) return `${save(key)}`;
  const list = [save(key), -save(key)];
  const picked = { size: save(key) }.size;
  while (save(key) < 0) break;
  const sure = save(key)!;
  const cast = save(key) as number;
  console.log(size, text, sum, square, list, picked, sure, cast, (save(key)).toString());
  return key;
}

export function passesOn(key: string): number {
  return save(key);
}

export const arrow = (key: string): number => save(key);
