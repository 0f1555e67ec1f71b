const client = require('./client');

exports.handler = async (event) => {
  const conn = await client.createConnection();
  const pool = client.createPool();
  const db = new client.Client();
  return conn.query(pool, db, event);
};
