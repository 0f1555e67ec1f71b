function envelope(statusCode, body, callback) {
  const answer = { statusCode, body: JSON.stringify(body) };
  if (statusCode >= 400) {
    console.log('failed', statusCode);
    return callback(null, answer);
  }
  callback(undefined, answer);
}

exports.ok = (body, callback) => {
  envelope(200, body, callback);
};
exports.missing = (callback) => envelope(404, { message: 'missing' }, callback);
