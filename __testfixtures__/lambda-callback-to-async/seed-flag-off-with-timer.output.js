const sendMetrics = async () => {
  console.log('may never run');
};

exports.handler = async (event, context) => {
  console.log('always runs');
  setTimeout(async () => {
    await sendMetrics();
  }, 1000);
  return { greeting: 'hello' };
};
