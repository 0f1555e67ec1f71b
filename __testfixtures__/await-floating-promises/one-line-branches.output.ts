export async function save(wanted: boolean, put: (key: string) => Promise<void>): Promise<void> {
  if (wanted) await put('a');
  else await put('b');
  switch (wanted) {
    case true:
      await put('c');
      break;
    default: {
      await put('d');
    }
  }
}
