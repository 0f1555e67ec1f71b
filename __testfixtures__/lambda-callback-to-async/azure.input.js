module.exports = function (context, request) {
  context.res = { body: request.query.name };
  context.done();
};
