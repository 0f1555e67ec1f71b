const mysql = require('mysql');
const vandium = require('vandium');

// The wrapper tells handlers with a callback from others by their number of parameters.
exports.handler = vandium.generic().handler((event, context, callback) => {
  const connection = mysql.createConnection({ host: process.env.DB_HOST });
  connection.query('SELECT 2', (error, results) => {
    callback(null, { id: results.insertId });
  });
  connection.end();
});
