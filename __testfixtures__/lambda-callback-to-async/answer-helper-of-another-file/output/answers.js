function respond(statusCode, body) {
  return { statusCode, body: JSON.stringify(body) };
}

module.exports = {
  ok: (body) => respond(200, body),
  failed: (message) => respond(400, { message }),
};
