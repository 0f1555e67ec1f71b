const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return { n };
};

exports.handler = async (event) => {
  setTimeout(() => {
    console.log('in the meantime');
  }, 5);

  // It takes a while.
  const found = await lookUp(event.n);
  return lookUp(found.n);
};
