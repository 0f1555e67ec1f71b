const mysql = require('mysql');
const { promisify } = require('util');

const pool = mysql.createPool(process.env.DATABASE_URL);
const poolQueryAsync = promisify(pool.query).bind(pool);

async function count() {
  const rows = await poolQueryAsync('SELECT COUNT(*) AS n FROM orders');
  console.log(rows[0].n);
}

module.exports = count;
