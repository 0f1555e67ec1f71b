const https = require('https');

exports.handler = (event, context, callback) => {
  https.get('https://example.com', (res) => {
    callback(null, res.statusCode);
  }).on('error', (error) => {
    callback(error);
  });
};
