const Redis = require('ioredis');

exports.handler = async (event) => {
  const redis = new Redis(event.url);
  const visits = await redis.incr(event.id);
  await redis.quit();
  return visits;
};
