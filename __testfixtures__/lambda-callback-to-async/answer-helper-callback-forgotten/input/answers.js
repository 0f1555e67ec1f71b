module.exports = {
  found(callback, item) {
    callback(null, { statusCode: 200, body: JSON.stringify(item) });
  },

  rejected(callback, reason) {
    callback(null, { statusCode: 422, body: reason });
  },
};
