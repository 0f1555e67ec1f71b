exports.handler = async (event, context) => {
  const body = event.body;
  const pending = Promise.resolve(JSON.parse(body));
  try {
    const wanted = await pending;
    return wanted.name.toUpperCase();
  } catch (err) {
    return `failed: ${err.name}`;
  }
};
