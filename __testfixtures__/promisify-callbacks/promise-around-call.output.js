const fs = require('fs');
const { promisify } = require('util');

const mkdirAsync = promisify(fs.mkdir);
const readFileAsync = promisify(fs.readFile);
const renameAsync = promisify(fs.rename);
const unlinkAsync = promisify(fs.unlink);

function remove(path) {
  return unlinkAsync(path);
}

const move = (from, to) => renameAsync(from, to);

async function replace(path) {
  const text = await readFileAsync(path, { encoding: 'utf8' });
  await mkdirAsync(
    path,
    {
      recursive: true,
    }
  );
  return text;
}

module.exports = { remove, move, replace };
