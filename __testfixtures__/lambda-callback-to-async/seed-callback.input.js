exports.handler = (event, context, callback) => {
  const answer = { greeting: `hello ${event.name}` };
  callback(null, answer);
};
