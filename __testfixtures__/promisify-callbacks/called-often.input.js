const { Database } = require('sqlite3');

const db = new Database('orders.db');

async function print() {
  db.each('SELECT id FROM orders', (err, row) => {
    if (err) throw err;
    console.log(row.id);
  });
}

module.exports = print;
