exports.handler = (event, context, callback) => {
  const { problem } = event;
  if (event.strict) callback(problem);
  else callback(null, 'fine');
};
