const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  switch (event.id) {
    case 2: {
      const conn = await mysql.createConnection(process.env.URL);
      const [rows] = await conn.query('SELECT 1', [event.id]);
      await conn.end();
      return rows;
    }
    case 3:
      return 'three';
    default:
      return 'other';
  }
};
