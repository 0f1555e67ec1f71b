exports.handler = async (event) => {
  const n = Number(event.n);
  // only sometimes
  if (n > 1) {
    setTimeout(() => console.log('two'), 5);
  }
  const text = await Promise.resolve(`n is ${n}`);
  return text;
};
