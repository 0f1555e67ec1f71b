const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);

exports.handler = async (event) => {
  const order = await client.db('shop').collection('orders').findOne({ id: event.id });
  console.log(order);
};
