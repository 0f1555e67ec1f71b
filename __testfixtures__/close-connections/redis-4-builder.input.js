import { createClient } from 'redis';

export const handler = async (event) => {
  const client = await createClient({ url: process.env.URL })
    .on('error', (error) => console.error(error))
    .connect();
  const value = await client.get(event.key);
  await client.quit();
  return value;
};
