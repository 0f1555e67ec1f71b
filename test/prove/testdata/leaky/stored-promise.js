// leaks: late-execution unsettled-promise
const fs = require('fs/promises');

exports.handler = async () => {
  const work = (async () => {
    for (let i = 0; i < 50; i++) await fs.readFile(__filename);
    console.log('read');
  })();
  return typeof work;
};
