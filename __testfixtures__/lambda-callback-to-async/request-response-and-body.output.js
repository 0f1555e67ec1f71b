const request = require('request');

exports.handler = async (event, context) => {
  const [error, response, body] = await new Promise((resolve) => {
    request({ url: `https://keys.example/${event.name}`, json: true }, (...results) => resolve(results));
  });
  if (error || response.statusCode !== 200) {
    console.log('no keys', error);
    throw 'Unauthorized';
  }
  // Without a key the process ends today.
  return { first: body.keys[0].toUpperCase() };
};
