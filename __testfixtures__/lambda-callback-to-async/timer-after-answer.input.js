exports.handler = (event, context, callback) => {
  setTimeout(() => console.log('flushed'), 50);
  callback(null, 'accepted');
};
