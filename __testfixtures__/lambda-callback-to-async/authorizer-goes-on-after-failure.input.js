const request = require('request');

exports.handler = (event, context, callback) => {
  if (!event.token) {
    callback('Unauthorized');
    return;
  }
  request({ url: event.keys, json: true }, (error, response, body) => {
    if (error || response.statusCode !== 200) callback('Unauthorized');
    const [key] = body.keys;
    callback(null, { principalId: key });
  });
};
