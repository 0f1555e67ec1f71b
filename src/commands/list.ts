import { transforms } from '../../transforms/index.js';

/** One line per transform, in the order in which they run. */
export function listTransforms(): string {
  const width = Math.max(...transforms.map(({ name }) => name.length));
  return transforms.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}\n`).join('');
}
