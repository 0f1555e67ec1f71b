const actions = require('./actions');

exports.handler = (event, context, callback) => {
  const action = actions[event.action];
  if (action === undefined) callback(new Error(`no action ${event.action}`));
  else actions[event.action](event, context, callback);
};
