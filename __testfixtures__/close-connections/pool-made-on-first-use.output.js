const pg = require('pg');

let config;
let pool = null;

const openPool = async () => {
  config = { max: 1, ssl: true, connectionString: process.env.DATABASE_URL };
  pool = new pg.Pool(config);
};

const serverTime = async () => {
  const client = await pool.connect();
  try {
    const result = await client.query('SELECT now()');
    return result;
  } finally {
    client.release();
  }
};

exports.handler = async () => {
  if (!pool) await openPool();
  const { rows } = await serverTime();
  return rows[0];
};
