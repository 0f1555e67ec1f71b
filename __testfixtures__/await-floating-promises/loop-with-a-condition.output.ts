import { writeFile } from 'node:fs/promises';

export async function drain(queue: string[]): Promise<void> {
  while (queue.length > 0) {
    await writeFile(queue.pop() ?? '', '');
  }
}
