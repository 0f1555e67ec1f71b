#!/usr/bin/env node
/* Prints a file. */
'use strict';

const { readFile } = require('fs');
const { promisify } = require('util');

const readFileAsync = promisify(readFile);

(async () => {
  const text = await readFileAsync(process.argv[2], 'utf8');
  console.log(text);
})();
