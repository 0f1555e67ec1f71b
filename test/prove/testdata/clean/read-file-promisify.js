const fs = require('fs');
const util = require('util');

const readFileAsync = util.promisify(fs.readFile);

exports.handler = async () => (await readFileAsync(__filename)).length;
