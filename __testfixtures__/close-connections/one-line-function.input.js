const mysql = require('mysql2/promise');

exports.handler = async (event) => { const c = await mysql.createConnection(process.env.URL); return c.query('SELECT 1', [event.id]); };
