const { Pool } = require('pg');

exports.handler = async (event) => {
  const pool = new Pool({ max: 1 });
  pool
    .connect()
    .then((client) => {
      console.log('connected');
      client.release();
    })
    .catch((error) => console.log('failed', error.message));
  status = 'accepted';
  return { status };
};
