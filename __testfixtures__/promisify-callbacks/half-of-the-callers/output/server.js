const http = require('http');
const store = require('./store');

http
  .createServer((request, response) => {
    store.read('page', (err, page) => {
      response.end(err ? '' : page.html);
    });
  })
  .listen(8080);
