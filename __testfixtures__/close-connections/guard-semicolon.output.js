const mysql = require('mysql2/promise')

async function load (ids) {
  const conn = await mysql.createConnection(process.env.DATABASE_URL)
  try {
    const [rows] = await conn.query('SELECT 1')
    ;[...ids].forEach((id) => rows.push(id))
    return rows
  } finally {
    await conn.end()
  }
}

module.exports = load
