import { createClient } from 'redis';

export const handler = async (event) => {
  const client = await createClient({ url: process.env.URL })
    .on('error', (error) => console.error(error))
    .connect();
  try {
    const value = await client.get(event.key);
    return value;
  } finally {
    await client.quit().catch(() => {});
  }
};
