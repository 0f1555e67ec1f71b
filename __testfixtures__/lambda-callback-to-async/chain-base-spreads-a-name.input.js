exports.handler = (event, context, callback) => {
  const ids = event.ids;
  Promise.all([...ids, 'last']).then((all) => {
    callback(null, all.length);
  }).catch((err) => {
    callback(null, `failed: ${err.name}`);
  });
};
