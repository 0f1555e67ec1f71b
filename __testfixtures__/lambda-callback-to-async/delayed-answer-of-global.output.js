exports.handler = async (event, context) => {
  await new Promise((resolve) => globalThis.setTimeout(resolve, 5));
  return event;
};
