exports.handler = async (event, context) => {
  const pending = Promise.resolve(JSON.parse(event.body));
  try {
    const body = await pending;
    return body.name.toUpperCase();
  } catch (err) {
    return `failed: ${err.name}`;
  }
};
