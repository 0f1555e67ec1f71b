const jwt = require('jsonwebtoken');
const request = require('request');
const { promisify } = require('util');

const verifyAsync = promisify(jwt.verify);

const policyFor = (name) => {
  const policy = { principalId: name };
  policy.allowed = true;
  return policy;
};

exports.handler = async (event, context) => {
  const [error, response, body] = await new Promise((resolve) => {
    request({ url: `https://keys.example/${event.name}`, json: true }, (...results) => resolve(results));
  });
  if (error || response.statusCode !== 200) {
    console.log('no keys', error);
    throw 'Unauthorized';
  }
  // Behind a failure this ran, and could only throw.
  const key = body.keys[0];
  let decoded;
  try {
    decoded = await verifyAsync(event.token, key, { algorithms: ['RS256'] });
  } catch {
    console.log('not verified');
    throw 'Unauthorized';
  }
  return policyFor(decoded.sub);
};
