exports.handler = (event, context, callback) => {
  const greeting = `Hello ${event.name}`;
  callback(null, { statusCode: 200, body: greeting });
};
