'use strict'

var fs = require('fs')
var path = require('path')

module.exports = async function (name) {
	fs.readFile(path.join(__dirname, name), 'utf8', function (err, text) {
		if (err) throw err
		console.log(text)
	})
}
