let rounds = 0;
const count = () => {
  rounds += 1;
};

exports.handler = async (event) => {
  setTimeout(() => count(), 5);
  return { n: event.n, rounds };
};
