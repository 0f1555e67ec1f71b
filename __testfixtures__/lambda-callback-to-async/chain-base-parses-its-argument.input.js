exports.handler = (event, context, callback) => {
  Promise.resolve(JSON.parse(event.body)).then((body) => {
    callback(null, body.name.toUpperCase());
  }).catch((err) => {
    callback(null, `failed: ${err.name}`);
  });
};
