const dns = require('dns');
const { promisify } = require('util');

const lookupAsync = promisify(dns.lookup);

async function where(host) {
  const { address } = await lookupAsync(host, 4);
  console.log(`${host} is ${address}`);
}

module.exports = where;
