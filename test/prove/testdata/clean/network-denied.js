// Fails as it would without a network; Node.js's fetch tidies up after itself a moment later.
exports.handler = async () => {
  try {
    await fetch('http://orders.example.com/');
  } catch ({ cause }) {
    return cause.code;
  }
};
