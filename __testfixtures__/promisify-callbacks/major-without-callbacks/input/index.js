const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);

exports.handler = async (event) => {
  client.db('shop').collection('orders').findOne({ id: event.id }, (err, order) => {
    if (err) throw err;
    console.log(order);
  });
};
