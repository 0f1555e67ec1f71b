const lookUp = async (n) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  if (n > 1) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  const found = lookUp(event.n);
  setTimeout(() => console.log('later'), 20);
  return found;
};
