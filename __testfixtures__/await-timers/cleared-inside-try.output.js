const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  let slow;
  try {
    slow = setTimeout(() => console.log('this takes long'), 100);
    const found = await lookUp(event.n);
    return found;
  } catch (error) {
    return error.message;
  } finally {
    clearTimeout(slow);
  }
};
