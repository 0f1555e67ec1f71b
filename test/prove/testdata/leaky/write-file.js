// leaks: pending-request late-execution unsettled-promise
const fs = require('fs');
const os = require('os');
const path = require('path');

const target = path.join(os.tmpdir(), `leakfix-${process.pid}`);

exports.handler = async () => {
  fs.writeFile(target, 'x'.repeat(5_000_000), () => fs.rm(target, () => console.log('written')));
  return 'ok';
};
