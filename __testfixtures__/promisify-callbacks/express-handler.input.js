const fs = require('fs');
const express = require('express');

const app = express();

app.get('/', (request, response, next) => {
  fs.readFile('index.html', 'utf8', (err, html) => {
    if (err) return next(err);
    response.send(html);
  });
});
