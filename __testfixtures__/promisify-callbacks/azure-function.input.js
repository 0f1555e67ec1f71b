const fs = require('fs');

module.exports = function (context, request) {
  fs.readFile('page.html', 'utf8', (err, html) => {
    context.res = err ? { status: 500 } : { body: html };
    context.done();
  });
};
