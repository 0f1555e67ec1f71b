const mysql = require('mysql2/promise')

async function load (ids) {
  const conn = await mysql.createConnection(process.env.DATABASE_URL)
  const [rows] = await conn.query('SELECT 1')
  await conn.end()
  ;[...ids].forEach((id) => rows.push(id))
  return rows
}

module.exports = load
