const { Pool } = require('pg');

const pool = new Pool();

exports.handler = (event, context, callback) => {
  pool.connect((error, client, done) => {
    if (error) return callback(error);
    client.query('SELECT 1', (failure, result) => {
      done();
      callback(failure, result);
    });
  });
};
