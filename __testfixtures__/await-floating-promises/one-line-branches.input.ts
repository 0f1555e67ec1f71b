export async function save(wanted: boolean, put: (key: string) => Promise<void>): Promise<void> {
  if (wanted) put('a');
  else put('b');
  switch (wanted) {
    case true:
      put('c');
      break;
    default: {
      put('d');
    }
  }
}
