const { MongoClient } = require('mongodb');

module.exports.handler = async (event) => {
  const client = new MongoClient(process.env.URL);
  await client.connect();
  try {
    const users = client.db('app').collection('users');
    return await users.find({ id: event.id }).toArray();
  } finally {
    await client.close();
  }
};
