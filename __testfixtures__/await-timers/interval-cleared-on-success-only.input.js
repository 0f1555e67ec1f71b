const lookUp = async (n) => {
  if (n > 1) throw new Error('not there');
  return n;
};

exports.handler = async (event) => {
  const beat = setInterval(() => console.log('still here'), 100);
  const found = await lookUp(event.n);
  clearInterval(beat);
  return found;
};
