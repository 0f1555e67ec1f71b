const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);

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
  const bytes = await readFileAsync(event.path);
  console.log(kind, bytes.length);
};
