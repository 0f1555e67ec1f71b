// runtime: nodejs22.x
exports.handler = (event, context, callback) => {
  setTimeout(() => console.log('in time'), 20);
  callback(null, 'ok');
};
