exports.handler = (event, context, callback) => {
  if (event.id) return lookUp(event.id);
  callback(null, 'none');
};

function lookUp(id) {
  return { id };
}
