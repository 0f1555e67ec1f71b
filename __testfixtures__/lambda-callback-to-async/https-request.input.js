const https = require('https');

exports.handler = (event, context, callback) => {
  const request = https.request({ host: 'hooks.example', method: 'POST' }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (chunk) => {
      console.log('said', chunk);
    });
  });
  request.write(JSON.stringify({ text: event.text }));
  request.end();
};
