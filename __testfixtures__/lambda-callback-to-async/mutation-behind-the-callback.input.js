exports.handler = (event, context, callback) => {
  const answer = { id: event.id };
  callback(null, answer);
  answer.late = true;
};
