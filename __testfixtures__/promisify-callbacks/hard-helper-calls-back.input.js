const fs = require('fs');

function kindOf(path, done) {
  const kind = path.split('.').pop();
  if (kind !== 'png') {
    done(new Error('not an image'));
    return;
  }
  return kind;
}

exports.handler = async (event) => {
  const kind = kindOf(event.path, (err) => console.warn(err));
  fs.readFile(event.path, (err, bytes) => {
    if (err) throw err;
    console.log(kind, bytes.length);
  });
};
