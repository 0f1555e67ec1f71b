#!/usr/bin/env node
/* Prints a file. */
'use strict';

const { readFile } = require('fs');

(async () => {
  readFile(process.argv[2], 'utf8', (err, text) => {
    if (err) throw err;
    console.log(text);
  });
})();
