const AWS = require('aws-sdk')

const table = new AWS.DynamoDB.DocumentClient()

exports.handler = (event, context, callback) => {
	table.get({ TableName: 'things', Key: { id: event.id } },
		function (err, data) {
			if (err) {
				callback(null, { code: err.code })
			} else {
				callback(null, data.Item)
			}
		})
}
