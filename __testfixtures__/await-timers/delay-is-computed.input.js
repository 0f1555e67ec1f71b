const UNIT = 10;

exports.handler = async (event) => {
  setTimeout(() => console.log('later'), (UNIT - 5) * 10 + 1);
  return event.n;
};
