// leaks: unsettled-promise late-execution
const Redis = require('ioredis');

const redis = new Redis(process.env.REDIS_PORT, '127.0.0.1');

exports.handler = async () => {
  redis.set('key', 'value').then((answer) => console.log(answer));
  return 'ok';
};
