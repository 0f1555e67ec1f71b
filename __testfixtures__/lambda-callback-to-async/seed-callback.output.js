exports.handler = async (event, context) => {
  const answer = { greeting: `hello ${event.name}` };
  return answer;
};
