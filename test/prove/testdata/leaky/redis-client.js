// leaks: handle-growth
const Redis = require('ioredis');

exports.handler = async () => {
  const redis = new Redis(process.env.REDIS_PORT, '127.0.0.1');
  return await redis.get('key');
};
