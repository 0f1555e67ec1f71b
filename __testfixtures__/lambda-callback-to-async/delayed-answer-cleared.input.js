exports.handler = (event, context, callback) => {
  const late = setTimeout(() => callback('late'), 10);
  if (event.fast) clearTimeout(late);
};
