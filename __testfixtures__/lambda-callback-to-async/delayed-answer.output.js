exports.handler = async (event, context) => {
  const wait = event.wait || 2;
  // As slow as the real thing.
  await new Promise((resolve) => setTimeout(resolve, wait * 2));
  const wait2 = 'some time';
  if (event.fail) throw 'failed after ' + wait2;
  console.log('waited', wait2);
  return { wait: wait2 };
};
