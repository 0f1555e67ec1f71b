const sendMetrics = async () => {
  console.log('may never run');
};

exports.handler = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  console.log('always runs');
  setTimeout(async () => {
    await sendMetrics();
  }, 1000);
  callback(null, { greeting: 'hello' });
};
