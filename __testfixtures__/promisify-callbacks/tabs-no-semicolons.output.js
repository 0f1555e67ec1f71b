'use strict'

var fs = require('fs')
var path = require('path')
const { promisify } = require('util')

const readFileAsync = promisify(fs.readFile)

module.exports = async function (name) {
	const text = await readFileAsync(path.join(__dirname, name), 'utf8')
	console.log(text)
}
