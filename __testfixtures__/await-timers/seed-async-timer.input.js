const sendMetrics = async (name) => {
  console.log(JSON.stringify({ metric: name }));
};

exports.handler = async (event) => {
  console.log('always runs');
  setTimeout(async () => {
    await sendMetrics(event.name);
  }, 30);
  return { greeting: 'hello' };
};
