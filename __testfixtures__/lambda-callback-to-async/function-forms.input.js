module.exports = {
  first(event, context, callback) {
    callback(null, 'first');
  },
  second: function second(event, context, callback) {
    callback(null, 'second');
  },
  third: (event, context, callback) => {
    callback(null, 'third');
  },
};
