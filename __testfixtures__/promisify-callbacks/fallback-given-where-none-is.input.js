const fs = require('fs');

function read(path, done, fallback) {
  fallback = fallback || ((missing, use) => { use(null, `no ${missing}`); use(null, 'none'); });
  if (fallback) return fallback(path, done);
  fs.readFile(path, 'utf8', done);
}

exports.handler = async (event) => {
  // The parameter that gets nothing here is filled before it is tested.
  read(event.path, (err, text) => {
    if (err) throw err;
    console.log(text);
  });
};
