const http = require('http');

const agent = new http.Agent({ keepAlive: true });

const get = () =>
  new Promise((resolve, reject) => {
    http
      .get(process.env.HTTP_URL, { agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
      .on('error', reject);
  });

exports.handler = () => Promise.all([get(), get(), get(), get()]);
