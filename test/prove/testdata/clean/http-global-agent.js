const http = require('http');

exports.handler = () =>
  new Promise((resolve, reject) => {
    http
      .get(process.env.HTTP_URL, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve(body));
      })
      .on('error', reject);
  });
