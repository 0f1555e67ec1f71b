const mysql = require('mysql2/promise');
const { Store } = require('./store');

exports.handler = async (event) => {
  const conn = await mysql.createConnection(process.env.URL);
  const store = new Store(conn);
  return store.find(event.id);
};
