import mysql from 'mysql2/promise';

export const handler = async (event) => {
  const connection = await mysql.createConnection(process.env.DATABASE_URL);
  const [rows] = await connection.execute('SELECT * FROM t WHERE id = ?', [event.id]);
  if (!rows.length) {
    await connection.end();
    return null;
  }
  await connection.execute('UPDATE t SET seen = 1 WHERE id = ?', [event.id]);
  // give it back
  await connection.end();
  return rows[0];
};
