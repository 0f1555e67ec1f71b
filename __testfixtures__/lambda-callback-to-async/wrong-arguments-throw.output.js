const fs = require('fs');

exports.handler = async (event, context) => {
  // A path that is no text throws at once, and that is no failed read.
  const [err, text] = await new Promise((resolve) => {
    fs.readFile(event.path, 'utf8', (...results) => resolve(results));
  });
  if (err) return { statusCode: 404 };
  return { statusCode: 200, body: text };
};
