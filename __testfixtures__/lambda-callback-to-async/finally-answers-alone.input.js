exports.handler = (event, context, callback) => {
  let found = 'nothing';
  try {
    found = JSON.parse(event.body).id;
  } catch (err) {
    console.log(err.name);
  } finally {
    callback(null, found);
  }
};
