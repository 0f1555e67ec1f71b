exports.handler = (event, context, callback) => {
  setTimeout(() => console.log('the runtime waits'), 10);
  callback(null, 'OK');
};
