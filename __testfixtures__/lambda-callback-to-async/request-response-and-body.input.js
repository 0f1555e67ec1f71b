const request = require('request');

exports.handler = (event, context, callback) => {
  request({ url: `https://keys.example/${event.name}`, json: true }, (error, response, body) => {
    if (error || response.statusCode !== 200) {
      console.log('no keys', error);
      callback('Unauthorized');
      return;
    }
    // Without a key the process ends today.
    callback(null, { first: body.keys[0].toUpperCase() });
  });
};
