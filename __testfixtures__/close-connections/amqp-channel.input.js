const amqp = require('amqplib');

exports.publish = async (queue, message) => {
  const connection = await amqp.connect(process.env.URL);
  const channel = await connection.createConfirmChannel();
  channel.sendToQueue(queue, Buffer.from(message));
  await channel.waitForConfirms();
};
