exports.handler = async function (event, context) {
  console.log('received', event.id);
  if (event.ok) {
    console.log('accepted');
  } else if (event.none) {
    return;
  } else {
    throw new Error('refused');
  }
};
