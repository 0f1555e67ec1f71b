const fs = require('fs');
const { promisify } = require('util');

function check(event, done) {
  if (!event.path) {
    done('no path');
    return;
  }
  fs.stat(event.path, (err, stats) => {
    if (err) return done(`can not read ${event.path}`);
    done(null, stats.isDirectory());
  });
}

const checkAsync = promisify(check);

exports.handler = async (event) => {
  const isFolder = await checkAsync(event);
  return { isFolder };
};
