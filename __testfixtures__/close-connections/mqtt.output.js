const mqtt = require('mqtt');

exports.handler = async (event) => {
  const client = await mqtt.connectAsync(process.env.BROKER);
  try {
    await client.publishAsync('visits', event.id);
    return 'ok';
  } finally {
    await client.endAsync();
  }
};
