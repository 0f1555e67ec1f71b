const dns = require('dns');

async function resolve(host, options) {
  dns.lookup(host, options, (err, address) => {
    if (err) throw err;
    console.log(address);
  });
}

module.exports = resolve;
