const Redis = require('ioredis');

exports.handler = async () => {
  const redis = new Redis(process.env.REDIS_PORT, '127.0.0.1');
  try {
    return await redis.get('key');
  } finally {
    await redis.quit();
  }
};
