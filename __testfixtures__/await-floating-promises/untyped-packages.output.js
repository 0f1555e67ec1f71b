const AWS = require('aws-sdk-that-is-not-here');
const got = require('got');
const fetch = require('node-fetch');
const Stripe = require('stripe');
const { MongoClient } = require('mongodb');

const stripe = new Stripe('key');

exports.run = async (order) => {
  await got.post('https://example.com/orders', { json: order });
  await fetch('https://example.com').then((response) => response.text());
  await stripe.refunds.create({ charge: order.charge });
  const client = await MongoClient.connect('mongodb://localhost');
  await client.db('shop').collection('orders').insertOne(order);
  AWS.unknown(order);
};
