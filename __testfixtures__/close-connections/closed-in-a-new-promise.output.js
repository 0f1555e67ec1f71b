const mysql = require('mysql');

exports.handler = async (event) => {
  const connection = mysql.createConnection(process.env.URL);
  try {
    if (!event.id) return 'no id';
    const rows = await new Promise((resolve, reject) => {
      connection.query(`SELECT name FROM users WHERE id = ${event.id}`, (error, found) => {
        if (error) return reject(error);
        resolve(found);
      });
    });
    return rows[0].name;
  } finally {
    await new Promise((resolve) => connection.end(resolve));
  }
};
