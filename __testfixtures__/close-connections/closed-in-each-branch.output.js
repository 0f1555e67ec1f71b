import mysql from 'mysql2/promise';

export const handler = async (event) => {
  const connection = await mysql.createConnection(process.env.DATABASE_URL);
  try {
    const [rows] = await connection.execute('SELECT * FROM t WHERE id = ?', [event.id]);
    if (!rows.length) {
      return null;
    }
    await connection.execute('UPDATE t SET seen = 1 WHERE id = ?', [event.id]);
    return rows[0];
  } finally {
    // give it back
    await connection.end();
  }
};
