const lookUp = async (n) => {
  if (n > 2) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  const slow = setTimeout(() => console.log('this takes long'), 100);
  try {
    const found = await lookUp(event.n);
    if (found > 1) {
      return 'many';
    }
    return 'one';
  } finally {
    clearTimeout(slow);
  }
};
