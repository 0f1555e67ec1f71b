exports.handler = async (event, context) => {
  const ids = event.ids;
  const pending = Promise.all([...ids, 'last']);
  try {
    const all = await pending;
    return all.length;
  } catch (err) {
    return `failed: ${err.name}`;
  }
};
