const { promisify } = require('util')

const setTimeoutAsync = promisify(setTimeout)

exports.handler = async event => {
	await setTimeoutAsync(10);
	[1, 2].forEach(n => console.log(n, `
			kept as it is`))
	return 'OK'
}
