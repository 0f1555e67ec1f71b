import mysql from 'mysql2/promise';

export const handler = async (event) => {
  await using conn = await mysql.createConnection(process.env.URL);
  const [rows] = await conn.query('SELECT 1', [event.id]);
  return rows;
};
