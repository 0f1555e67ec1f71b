const { find } = require('./find');

exports.handler = function (event, context) {
  setTimeout(() => console.log('still at it'), 20);
  find(event.id, context);
};
