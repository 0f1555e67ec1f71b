const client = require('./client-of-somebody-else');

const send = (message) =>
  new Promise((resolve, reject) => client.send(message, (err, receipt) => (err ? reject(err) : resolve(receipt))));

module.exports = send;
