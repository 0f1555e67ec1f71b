'use strict';

const fs = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(fs.readFile);
const writeFileAsync = promisify(fs.writeFile);

exports.read = async function (key) {
  const text = await readFileAsync(`/tmp/${key}`, 'utf8');
  return JSON.parse(text);
};

exports.write = async function (key, value) {
  await writeFileAsync(`/tmp/${key}`, JSON.stringify(value));
};
