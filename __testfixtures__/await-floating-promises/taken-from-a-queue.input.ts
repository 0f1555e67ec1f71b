export async function drop(queue: Promise<void>[], byName: Map<string, Promise<void>>): Promise<void> {
  queue.shift();
  queue.pop();
  byName.get('a');
}
