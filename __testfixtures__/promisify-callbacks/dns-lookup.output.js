const dns = require('dns');
const { promisify } = require('util');

const lookupAsync = promisify(dns.lookup);

async function where(host) {
  const { address, family } = await lookupAsync(host);
  console.log(`${host} is ${address} (IPv${family})`);
}

module.exports = where;
