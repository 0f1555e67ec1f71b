import { createClient } from 'redis';

export const handler = async (event) => {
  const client = await createClient({ url: process.env.URL })
    .on('error', (error) => console.error(error))
    .connect();
  let failure;
  try {
    const value = await client.get(event.key);
    return value;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await client.quit().catch((error) => {
      throw failure ?? error;
    });
  }
};
