const { note } = require('./notes');

exports.handler = (event, context) => {
  note(event.line);
};
