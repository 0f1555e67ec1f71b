exports.handler = (event, context, callback) => {
  const wait = event.wait || 2;
  // As slow as the real thing.
  setTimeout(function () {
    const wait = 'some time';
    if (event.fail) return callback('failed after ' + wait);
    console.log('waited', wait);
    callback(null, { wait });
  }, wait * 2);
};
