const mysql = require('mysql');

exports.handler = (event, context, callback) => {
  const pool = mysql.createPool({ host: process.env.DB_HOST });
  pool.query('SELECT 1', (error, rows) => {
    if (error) return callback(error);
    callback(null, rows);
  });
  pool.end();
};
