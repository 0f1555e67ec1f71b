const fs = require('fs');
const { exec } = require('child_process');

// Several results come back, and another is chosen.
const output = (command) =>
  new Promise((resolve, reject) => exec(command, (err, out, problems) => (err ? reject(err) : resolve(problems))));

// Nobody asks for the value today.
const folder = (path) =>
  new Promise((resolve, reject) => fs.mkdir(path, { recursive: true }, (err) => (err ? reject(err) : resolve())));

// A failure counts as an answer.
const exists = (path) => new Promise((resolve) => fs.stat(path, (err) => resolve(!err)));

module.exports = { output, folder, exists };
