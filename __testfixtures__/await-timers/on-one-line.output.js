const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

exports.handler = async (event) => { await setTimeoutAsync(5); console.log('later'); return event.n; };
