import keep, { save as store } from './store.js';

export async function run(): Promise<number> {
  await keep('a');
  return store('b');
}
