import { it } from 'vitest';

async function show(element: unknown): Promise<void> {
  await fetch('http://renderer.internal', { method: 'POST', body: String(element) });
}

it('shows the name', async () => {
  await show(<b>Ada</b>);
});
