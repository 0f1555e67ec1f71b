const fs = require('fs');

exports.handler = async (event) => {
  const text = await new Promise((resolve, reject) => {
    fs.readFile(event.paths[0], 'utf8', (err, content) => (err ? reject(err) : resolve(content)));
  });
  return text.length;
};
