exports.handler = async event => {
	setTimeout(() => {
		[1, 2].forEach(n => console.log(n, `
			kept as it is`))
	}, 10)
	return 'OK'
}
