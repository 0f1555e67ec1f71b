const fs = require('fs');

async function read(path) {
  try {
    fs.readFile(path, (err, bytes) => {
      if (err) throw err;
      console.log(bytes.length);
    });
  } catch (error) {
    console.error('never for what the callback throws', error);
  }
}

module.exports = read;
