const { find } = require('./find');

const audit = async (event) => console.log(event.id);

exports.handler = function (event, context) {
  audit(event);
  find(event.id, context);
};
