const jwt = require('jsonwebtoken');

async function issue(payload) {
  jwt.sign(payload, process.env.SECRET, { expiresIn: '1h' }, (err, token) => {
    if (err) throw err;
    console.log(token);
  });
}

module.exports = issue;
