import keep, { save as store } from './store.js';

export async function run(): Promise<number> {
  keep('a');
  return store('b');
}
