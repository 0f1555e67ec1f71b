const { appendFile } = require('fs/promises');

let last = 0;

function peek() {
  const value = last;
  appendFile('/tmp/leakfix-out.log', 'peek');
  return value;
}

exports.next = async () => {
  last = peek() + 1;
  return last;
};
