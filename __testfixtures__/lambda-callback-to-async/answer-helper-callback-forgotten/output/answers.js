module.exports = {
  found(item) {
    return { statusCode: 200, body: JSON.stringify(item) };
  },

  rejected(reason) {
    return { statusCode: 422, body: reason };
  },
};
