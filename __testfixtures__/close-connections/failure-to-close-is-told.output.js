const Redis = require('ioredis');

exports.handler = async (event) => {
  const redis = new Redis(event.url);
  let failure;
  try {
    const visits = await redis.incr(event.id);
    return visits;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await redis.quit().catch((error) => {
      throw failure ?? error;
    });
  }
};
