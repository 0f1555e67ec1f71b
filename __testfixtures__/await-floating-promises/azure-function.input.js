module.exports = async function (context, request) {
  context.log(request.url);
  context.done();
};
