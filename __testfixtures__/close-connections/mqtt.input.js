const mqtt = require('mqtt');

exports.handler = async (event) => {
  const client = await mqtt.connectAsync(process.env.BROKER);
  await client.publishAsync('visits', event.id);
  return 'ok';
};
