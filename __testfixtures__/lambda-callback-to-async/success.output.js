exports.handler = async (event, context) => {
  const greeting = `Hello ${event.name}`;
  return { statusCode: 200, body: greeting };
};
