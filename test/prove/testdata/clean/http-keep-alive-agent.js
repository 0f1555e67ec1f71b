const http = require('http');

const agent = new http.Agent({ keepAlive: true, maxSockets: 5 });

exports.handler = () =>
  new Promise((resolve, reject) => {
    http
      .get(process.env.HTTP_URL, { agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
      .on('error', reject);
  });
