'use strict';
const { promisify } = require('util');

const setTimeoutAsync = promisify(setTimeout);

function report(id, text) {
  console.log(id, text);
}

exports.handler = async (event, context) => {
  const timer = setTimeoutAsync(10).then(() => report(event, 'first'));
  try {
    await setTimeoutAsync(30);
    report(event, 'done');
    return true;
  } finally {
    await timer;
  }
};
