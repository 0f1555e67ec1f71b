const { Client } = require('pg')

exports.handler = async (event) => {
    var client = new Client({ connectionString: process.env.URL })
    client.connect()
    let found = await client.query('SELECT id FROM users WHERE id = $1', [event.id])
    var id = found.rows[0].id
    for (const post of event.posts || []) {
        await client.query('INSERT INTO posts (text, author) VALUES ($1, $2)',
            [post, id])
    }
    client.end()
    return { id }
}
