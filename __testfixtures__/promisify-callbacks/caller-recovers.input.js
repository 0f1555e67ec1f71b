const fs = require('fs');
const { promisify } = require('util');

function port(path, done) {
  fs.readFile(path, 'utf8', (err, text) => {
    if (err) return done(err);
    done(null, JSON.parse(text).server.port);
  });
}

const portAsync = promisify(port);

exports.listen = async (server) => {
  let number;
  try {
    number = await portAsync('settings.json');
  } catch {
    number = 8080;
  }
  server.listen(number);
};
