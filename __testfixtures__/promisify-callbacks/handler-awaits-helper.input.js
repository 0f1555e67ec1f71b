const fs = require('fs');
const os = require('os');
const path = require('path');

const file = path.join(os.tmpdir(), 'leakfix-helper.txt');

function save(text) {
  fs.writeFile(file, text, (err) => {
    if (err) throw err;
  });
}

exports.handler = async (event) => {
  save(event.text);
  return { saved: event.text.length };
};
