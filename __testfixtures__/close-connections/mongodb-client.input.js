const { MongoClient } = require('mongodb');

module.exports.handler = async (event) => {
  const client = new MongoClient(process.env.URL);
  await client.connect();
  const users = client.db('app').collection('users');
  return users.find({ id: event.id }).toArray();
};
