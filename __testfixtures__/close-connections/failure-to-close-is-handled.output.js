const Redis = require('ioredis');

exports.handler = async (event) => {
  const redis = new Redis(event.url);
  try {
    const visits = await redis.incr(event.id);
    return visits;
  } finally {
    await redis.quit().catch((error) => {
      console.warn('not closed', error);
    });
  }
};

exports.inTry = async (event) => {
  const redis = new Redis(event.url);
  try {
    const visits = await redis.incr(event.id);
    return visits;
  } finally {
    try {
      // The server may be gone.
      await redis.quit();
    } catch (error) {
      console.warn('not closed', error);
    }
  }
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
