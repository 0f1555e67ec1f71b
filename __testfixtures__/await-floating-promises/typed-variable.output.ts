declare function put(key: string): Promise<void>;

const save: (key: string) => Promise<void> = async (key) => {
  await put(key);
};

export async function run(): Promise<void> {
  await save('a');
}
