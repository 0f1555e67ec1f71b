exports.handler = async (event, context) => {
  if (event.checked) {
    if (event.bad) {
      throw new Error('bad');
    }
  } else {
    return 'not checked';
  }
};
