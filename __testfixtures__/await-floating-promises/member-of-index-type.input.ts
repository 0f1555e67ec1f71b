import { writeFile } from 'node:fs/promises';

const jobs: Record<string, () => void> = {
  clean: () => {
    writeFile('/tmp/cleaned', '');
  },
};

export async function run() {
  jobs['clean']?.();
}
