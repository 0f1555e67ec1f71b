exports.handler = async (event, context) => {
  console.log('received', event);
  if (event.quiet) return;
  if (event.empty) return;
  return null;
};
