const lookUp = async (n) => n;

exports.handler = async (event) => {
  const slow = setTimeout(() => console.log('this takes long'), 100);
  try {
    const found = await lookUp(event.n);
    clearTimeout(slow);
    return found;
  } catch (error) {
    clearTimeout(slow);
    throw error;
  }
};
