exports.handler = (event, context, callback) => {
  const body = event.body;
  Promise.resolve(JSON.parse(body)).then((wanted) => {
    callback(null, wanted.name.toUpperCase());
  }).catch((err) => {
    callback(null, `failed: ${err.name}`);
  });
};
