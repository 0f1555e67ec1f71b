declare function put(key: string): Promise<void>;

const save: (key: string) => void = (key) => {
  put(key);
};

export async function run(): Promise<void> {
  save('a');
}
