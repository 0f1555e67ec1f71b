const mysql = require('mysql');

const db = mysql.createConnection(process.env.DATABASE_URL);

async function columns(table) {
  db.query(`SELECT * FROM ${table}`, (err, rows, fields) => {
    if (err) throw err;
    console.log(rows.length, fields.map((field) => field.name));
  });
}

module.exports = columns;
