const mysql = require('mysql');

const pool = mysql.createPool(process.env.DATABASE_URL);

async function count() {
  pool.query('SELECT COUNT(*) AS n FROM orders', (err, rows) => {
    if (err) throw err;
    console.log(rows[0].n);
  });
}

module.exports = count;
