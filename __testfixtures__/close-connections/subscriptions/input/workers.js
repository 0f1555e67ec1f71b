const amqp = require('amqplib');
const Redis = require('ioredis');
const { Client } = require('pg');
const redis = require('redis');

async function watchOrders(onOrder) {
  const client = new Client();
  await client.connect();
  client.on('notification', (message) => onOrder(message.payload));
  await client.query('LISTEN orders');
}

async function subscribe(onOrder) {
  const client = redis.createClient();
  client.on('error', console.error);
  await client.connect();
  await client.subscribe('orders', (message) => onOrder(message));
}

async function follow(onOrder) {
  const client = new Redis();
  await client.subscribe('orders');
  client.on('message', (channel, message) => onOrder(message));
}

async function consume(queue, work) {
  const connection = await amqp.connect('amqp://localhost');
  const channel = await connection.createChannel();
  await channel.consume(queue, async (message) => {
    await work(message);
    channel.ack(message);
  });
}

module.exports = { watchOrders, subscribe, follow, consume };
