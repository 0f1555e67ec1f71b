const dns = require('dns');

async function where(host) {
  dns.lookup(host, 4, (err, address) => {
    if (err) throw err;
    console.log(`${host} is ${address}`);
  });
}

module.exports = where;
