const Redis = require('ioredis');

const redis = new Redis(process.env.REDIS_PORT, '127.0.0.1');

exports.handler = async () => redis.get('key');
