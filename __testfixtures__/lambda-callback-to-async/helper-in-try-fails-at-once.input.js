const check = (event, callback) => {
  if (!event) return callback(new Error('nothing to do'));
  callback(null, 'done');
};

// The failure is the answer, not something that is caught.
exports.handler = (event, context, callback) => {
  try {
    check(event, callback);
  } catch (error) {
    callback(null, 'caught');
  }
};
