const { appendFile } = require('fs/promises');

function audit(user) {
  appendFile('/tmp/leakfix-out.log', user).catch(console.error);
}

function unused(user) {
  appendFile('/tmp/leakfix-out.log', user).catch(console.error);
}

module.exports = { audit, unused };
