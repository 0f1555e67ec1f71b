exports.handler = (event, context, callback) => {
  const { error, result } = event;
  callback(error, result);
};
