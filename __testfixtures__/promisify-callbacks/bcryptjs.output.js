const bcrypt = require('bcryptjs');

async function check(password, hash) {
  const same = await bcrypt.compare(password, hash);
  console.log(same ? 'welcome' : 'go away');
}

module.exports = check;
