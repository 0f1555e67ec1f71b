exports.handler = async function (event, context) {
  if (event.fail) {
    throw new Error('failed');
  } else if (event.done) {
    return 'done';
  } else if (event.bad) {
    throw 'bad';
  } else {
    return { ok: true };
  }
};
