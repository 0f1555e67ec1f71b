exports.handler = async function (event, context) {
  if (event.ok) return;
  throw 'handled';
};
