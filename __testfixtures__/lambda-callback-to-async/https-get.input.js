const https = require('https');

exports.handler = (event, context, callback) => {
  https
    .get(`https://hooks.example/${event.name}`, (response) => {
      response.on('data', (chunk) => console.log('said', chunk));
      callback(null, response.statusCode);
    })
    .on('error', (err) => {
      callback(err.message);
    });
};
