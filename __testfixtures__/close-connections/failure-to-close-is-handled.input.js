const Redis = require('ioredis');

exports.handler = async (event) => {
  const redis = new Redis(event.url);
  const visits = await redis.incr(event.id);
  await redis.quit().catch((error) => {
    console.warn('not closed', error);
  });
  return visits;
};

exports.inTry = async (event) => {
  const redis = new Redis(event.url);
  const visits = await redis.incr(event.id);
  try {
    // The server may be gone.
    redis.quit();
  } catch (error) {
    console.warn('not closed', error);
  }
  return visits;
};

exports.quietly = async (event) => {
  const redis = new Redis(event.url);
  try {
    const visits = await redis.incr(event.id);
    await redis.quit();
    return visits;
  } catch (error) {
    await redis.quit().catch(() => {});
    throw error;
  }
};
