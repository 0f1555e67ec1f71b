module.exports = {
  async first(event, context) {
    return 'first';
  },
  second: async function second(event, context) {
    return 'second';
  },
  third: async (event, context) => {
    return 'third';
  },
};
