const { Client } = require('pg')

exports.handler = async event => {
	const client = new Client()
	client.on('error', error => console.error(error))
	await client.connect()

	// what they asked for
	const { rows } = await client.query('SELECT * FROM t WHERE id = $1', [event.id])
	return rows.map(row => `
		id: ${row.id}
	`)
}
