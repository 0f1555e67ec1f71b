const { appendFile } = require('fs/promises');

async function audit(user) {
  await appendFile('/tmp/leakfix-out.log', user).catch(console.error);
}

function unused(user) {
  appendFile('/tmp/leakfix-out.log', user).catch(console.error);
}

module.exports = { audit, unused };
