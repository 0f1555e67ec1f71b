exports.handler = function (event, context) {
  if (event.ok) return context.succeed();
  context.fail();
};
