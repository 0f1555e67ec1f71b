const { appendFile } = require('fs/promises');

exports.routes = (app) => {
  app.get('/', (request, response) => {
    appendFile('/tmp/out.log', request.url);
    response.end();
  });
};
