exports.handler = (event, context, callback) => {
  const { problem } = event;
  if (event.strict) /* whatever it is */ callback(problem, 'strict');
  else callback(null, 'fine');
};
