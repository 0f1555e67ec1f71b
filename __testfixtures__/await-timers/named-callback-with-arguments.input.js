'use strict';

function report(id, text) {
  console.log(id, text);
}

exports.handler = async (event, context) => {
  setTimeout(report, 10, context.functionName, 'done');
  setTimeout(report, 30, event, 'done');
  return true;
};
