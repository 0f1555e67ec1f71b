import { writeFile } from 'node:fs/promises';

const save = async (text: string): Promise<void> => {
  await writeFile(`/tmp/${text}`, text);
};

function saveAll(texts: readonly string[]): Promise<void[]> {
  return Promise.all(texts.map(save));
}

export const handler = async (event: { texts: string[] }) => {
  await saveAll(event.texts);
};
