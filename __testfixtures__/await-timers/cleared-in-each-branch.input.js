const lookUp = async (n) => {
  if (n > 2) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  const slow = setTimeout(() => console.log('this takes long'), 100);
  const found = await lookUp(event.n);
  if (found > 1) {
    clearTimeout(slow);
    return 'many';
  }
  clearTimeout(slow);
  return 'one';
};
