'use strict';

function report(id, text) {
  console.log(id, text);
}

exports.handler = async (event, context) => {
  setTimeout(report, 10, event, 'first');
  setTimeout(report, 30, event, 'done');
  return true;
};
