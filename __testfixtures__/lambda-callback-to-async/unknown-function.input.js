const lookUp = require('./look-up');

exports.handler = (event, context, callback) => {
  lookUp(event.id, (err, data) => {
    if (err) return callback(err);
    callback(null, data);
  });
};
