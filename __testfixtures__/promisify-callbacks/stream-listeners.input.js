const http = require('http');

async function fetchPage(url) {
  http
    .get(url, (response) => {
      response.on('data', (chunk) => console.log(chunk.length));
      response.on('end', () => console.log('end'));
    })
    .on('error', (err) => {
      console.error(err);
    });
}

module.exports = fetchPage;
