const dns = require('dns');

async function where(host) {
  dns.lookup(host, (err, address, family) => {
    if (err) throw err;
    console.log(`${host} is ${address} (IPv${family})`);
  });
}

module.exports = where;
