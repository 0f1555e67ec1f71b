const bcrypt = require('bcryptjs');

async function check(password, hash) {
  bcrypt.compare(password, hash, (err, same) => {
    if (err) throw err;
    console.log(same ? 'welcome' : 'go away');
  });
}

module.exports = check;
