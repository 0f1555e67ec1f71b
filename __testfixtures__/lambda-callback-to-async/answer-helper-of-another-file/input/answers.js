function respond(callback, statusCode, body) {
  callback(null, { statusCode, body: JSON.stringify(body) });
}

module.exports = {
  ok: (callback, body) => respond(callback, 200, body),
  failed: (callback, message) => respond(callback, 400, { message }),
};
