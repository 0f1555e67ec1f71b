exports.handler = async (event, context) => {
  let found = 'nothing';
  try {
    found = JSON.parse(event.body).id;
  } catch (err) {
    console.log(err.name);
  } finally {
    return found;
  }
};
