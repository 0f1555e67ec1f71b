exports.handler = function (event, context) {
  if (event.fail) {
    context.fail(new Error('failed'));
  } else if (event.done) {
    context.done(null, 'done');
  } else if (event.bad) {
    context.done('bad');
  } else {
    context.succeed({ ok: true });
  }
};
